import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQueryClient } from "@tanstack/react-query";
import { api } from "@/client/api";
import { refusalOf } from "@/client/refusal";
import type { AgreementPreview, WrittenVersion } from "@/client/types";
import { statedOrBalanced } from "../agreements";

const settleMs = 400;

/** What these versions would change, as they are typed; null while they cannot be looked at. */
export function useAgreementPreview(client: number, versions: WrittenVersion[] | null) {
  const asked = JSON.stringify(versions);
  const [settled] = useDebouncedValue(asked, settleMs);
  const body = { versions: (JSON.parse(settled) as WrittenVersion[] | null) ?? [] };
  const { data, error, isFetching, isPlaceholderData, refetch } = api.useQuery(
    "post",
    "/api/v1/clients/{client}/agreement/preview",
    { params: { path: { client } }, body },
    // What was seen is of the desk as it was then, so no answer is used a second time.
    {
      enabled: settled !== "null" && versions !== null,
      staleTime: 0,
      gcTime: 0,
      placeholderData: keepPreviousData,
    },
  );
  const current = settled === asked && !isFetching && !isPlaceholderData;
  return {
    preview: (data as AgreementPreview | undefined) ?? null,
    error: settled === asked ? error : null,
    /** It is of exactly these versions. */
    current: current && !error && data !== undefined,
    retry: () => void refetch(),
  };
}

/** Writes them down, as they were looked at. */
export function useWriteAgreement(on: { written: () => void; outdated: () => void }) {
  const queries = useQueryClient();
  return api.useMutation("put", "/api/v1/clients/{client}/agreement/written", {
    onSuccess: () => {
      for (const path of statedOrBalanced) void queries.invalidateQueries({ queryKey: ["get", path] });
      on.written();
    },
    onError: (thrown) => {
      if (refusalOf(thrown).status === 409) on.outdated();
    },
  });
}
