import { Skeleton } from "@mantine/core";
import { Lock, SearchX } from "lucide-react";
import { refusalOf } from "@/client/refusal";
import { useSession } from "@/features/session/session";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { LinkButton } from "@/ui/LinkButton";
import { Sheet } from "@/ui/Sheet";
import { useAgreement, useWrittenAgreement } from "../agreements";
import { editAgreementRoute } from "../route";
import { EditForm } from "./EditForm";

/** What a client has agreed to, as the desk's file has it, in a form. */
export function EditAgreementPage() {
  const { client: id } = editAgreementRoute.useParams();
  const manager = useSession().person.role === "manager";
  const whole = useAgreement(Number(id), manager);
  const written = useWrittenAgreement(Number(id), manager);
  if (!manager)
    return (
      <EmptyState icon={Lock} page title="For managers">
        They change what clients have agreed to. Ask one of them.
      </EmptyState>
    );
  const error = whole.error ?? written.error;
  if (whole.data && written.data) {
    const { client, today } = whole.data;
    return (
      <Sheet
        title={`Agreement with ${client.name}`}
        words="As in the desk's file. It is changed for all who read it once you save."
      >
        <EditForm key={id} client={client} today={today} agreement={written.data} />
      </Sheet>
    );
  }
  if (!error)
    return (
      <Sheet title="Agreement">
        <Skeleton height={320} aria-busy="true" />
      </Sheet>
    );
  if (![404, 422].includes(refusalOf(error).status))
    return (
      <Failure
        page
        error={error}
        retry={() => {
          void whole.refetch();
          void written.refetch();
        }}
      />
    );
  return (
    <EmptyState
      page
      icon={SearchX}
      title="There is no such client"
      action={
        <LinkButton to="/agreements" variant="default">
          All agreements
        </LinkButton>
      }
    >
      They may have been taken out of the desk's file.
    </EmptyState>
  );
}
