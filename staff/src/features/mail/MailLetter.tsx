import { SegmentedControl, Skeleton } from "@mantine/core";
import { useState } from "react";
import { api } from "@/client/api";
import { Failure } from "@/ui/Failure";
import { Moment } from "@/ui/Moment";
import styles from "./MailPage.module.css";
import { mailDocument } from "./mailDocument";

type Shown = "html" | "text" | "headers";

export function MailLetter({ id }: { id: number }) {
  const { data, error, refetch } = api.useQuery("get", "/api/v1/outgoing-mail/{id}", {
    params: { path: { id } },
  });
  const [shown, setShown] = useState<Shown>("html");
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height={320} m={24} w="auto" />;
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.name}>{data.subject}</h2>
        <p className={styles.words}>
          To {data.to}, <Moment at={data.created_at} />
        </p>
        <SegmentedControl
          size="xs"
          aria-label="Shown as"
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          data={[
            { value: "html", label: "As it looks" },
            { value: "text", label: "Plain" },
            { value: "headers", label: "Headers" },
          ]}
        />
      </header>
      {shown === "html" && (
        <iframe
          className={styles.frame}
          title={`Mail: ${data.subject}`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={mailDocument(data.html)}
        />
      )}
      {shown === "text" && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        <pre className={styles.plain} tabIndex={0}>
          {data.text}
        </pre>
      )}
      {shown === "headers" && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        <pre className={styles.plain} tabIndex={0}>
          {data.headers}
        </pre>
      )}
    </>
  );
}
