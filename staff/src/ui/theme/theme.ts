import {
  Button,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  Input,
  InputWrapper,
  type MantineColorsTuple,
  Menu,
  Modal,
  Notification,
  Portal,
  Select,
  Tooltip,
} from "@mantine/core";

const indigo: MantineColorsTuple = [
  "#eef2fe",
  "#dde4fc",
  "#b9c6f7",
  "#93a6f2",
  "#728aec",
  "#5a75e2",
  "#4a64d8",
  "#3451c6",
  "#3f57bd",
  "#2a3f99",
];

/** The dark theme of the components, from our tokens: text, lines, raised, surface, canvas. */
const dark: MantineColorsTuple = [
  "#e9ebee",
  "#c3c9d1",
  "#a9b1bb",
  "#929aa5",
  "#3a4048",
  "#2b3037",
  "#1c1f24",
  "#16181c",
  "#101215",
  "#0b0d0f",
];

const family = '"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif';

export const theme = createTheme({
  primaryColor: "indigo",
  primaryShade: { light: 7, dark: 8 },
  autoContrast: true,
  luminanceThreshold: 0.18,
  colors: { indigo, dark },
  fontFamily: family,
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  headings: { fontFamily: family, fontWeight: "600" },
  defaultRadius: 6,
  cursorType: "pointer",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  lineHeights: { xs: "16px", sm: "20px", md: "20px", lg: "24px", xl: "28px" },
  components: {
    Button: Button.extend({ defaultProps: { size: "sm", fw: 500 } }),
    Input: Input.extend({ defaultProps: { size: "sm" } }),
    InputWrapper: InputWrapper.extend({ defaultProps: { size: "sm" } }),
    Drawer: Drawer.extend({
      defaultProps: { closeButtonProps: { "aria-label": "Close" }, portalProps: { target: "body" } },
    }),
    // The placeholder it would focus first is no part of a menu for those who hear the page.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    // What opens above the page still belongs to its main part.
    Portal: Portal.extend({ defaultProps: { target: "#room" } }),
    Select: Select.extend({ defaultProps: { withScrollArea: false } }),
    Modal: Modal.extend({
      defaultProps: {
        portalProps: { target: "body" },
        closeButtonProps: { "aria-label": "Close" },
        centered: true,
        radius: 12,
        overlayProps: { opacity: 0.5 },
      },
    }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { "aria-label": "Close" } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 250, withArrow: false, multiline: true } }),
  },
});

const sharedNames = {
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-text": "var(--text)",
  "--mantine-color-dimmed": "var(--text-dim)",
  "--mantine-color-placeholder": "var(--text-faint)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-default-color": "var(--text)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-error": "var(--time-late)",
  "--mantine-color-disabled": "var(--sunken)",
  "--mantine-color-disabled-color": "var(--text-faint)",
};

/** Mantine's own names point at our tokens, so that no part of the page has a second palette. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: sharedNames,
  dark: sharedNames,
});
