import "@/ui/theme/layers.css";
import "@/ui/theme/components.css";
import "@/ui/theme/inter.css";
import "@/ui/theme/tokens.css";
import "@/ui/theme/base.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { setNonce } from "get-nonce";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queries, router } from "@/app/router";
import { onSignedOut } from "@/client/api";
import { keepSession } from "@/features/session/session";
import { cssVariables, theme } from "@/ui/theme/theme";

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
setNonce(nonce);

onSignedOut(() => {
  if (router.state.location.pathname === "/sign-in") return;
  // Leave first: the rooms cannot be shown without a session.
  void router
    .navigate({ to: "/sign-in", search: { back: router.state.location.href, ended: true } })
    .then(() => keepSession(queries, null));
});

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={queries}>
          <Notifications position="bottom-right" limit={3} autoClose={6000} withinPortal={false} />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
