import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

// The design system speaks with our tokens: no colour of its own reaches the screen.

const petrol: MantineColorsTuple = [
  "#e6f0f1",
  "#cfe2e5",
  "#b9d4d9",
  "#8fbac3",
  "#5f9caa",
  "#347f91",
  "#1c6779",
  "#0f5566",
  "#0b4452",
  "#08343f",
];

const variants: VariantColorsResolver = ({ variant }) => {
  if (variant === "filled")
    return {
      background: "var(--f-accent)",
      hover: "var(--f-accent-hover)",
      color: "var(--f-on-accent)",
      border: "1px solid transparent",
    };
  if (variant === "subtle")
    return {
      background: "transparent",
      hover: "var(--f-hover)",
      color: "var(--f-accent-ink)",
      border: "1px solid transparent",
    };
  return {
    background: "var(--f-surface)",
    hover: "var(--f-hover)",
    color: "var(--f-ink)",
    border: "1px solid var(--f-line-strong)",
  };
};

export const theme = createTheme({
  primaryColor: "petrol",
  colors: { petrol },
  primaryShade: { light: 7, dark: 6 },
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "0.9375rem", xl: "1.25rem" },
  defaultRadius: 6,
  focusRing: "auto",
  cursorType: "pointer",
  respectReducedMotion: true,
  variantColorResolver: variants,
  components: {
    // The lock writes a style element, which the page's policy forbids; our shell does not scroll behind a dialog.
    Modal: { defaultProps: { lockScroll: false, centered: true, radius: 10, transitionProps: { duration: 90 } } },
    Drawer: { defaultProps: { lockScroll: false, transitionProps: { duration: 90 } } },
    Popover: { defaultProps: { radius: 10, transitionProps: { duration: 60 } } },
    Menu: {
      defaultProps: { radius: 10, withinPortal: false, floatingStrategy: "fixed", transitionProps: { duration: 60 } },
    },
    // Beside their buttons, so that they stand in the same landmark; fixed, so that nothing cuts them off.
    Tooltip: {
      defaultProps: {
        openDelay: 300,
        events: { hover: true, focus: true, touch: false },
        withinPortal: false,
        floatingStrategy: "fixed",
        transitionProps: { duration: 60 },
      },
    },
  },
});

const shared: Record<string, string> = {
  "--mantine-color-body": "var(--f-surface)",
  "--mantine-color-text": "var(--f-ink)",
  "--mantine-color-dimmed": "var(--f-ink-3)",
  "--mantine-color-placeholder": "var(--f-ink-3)",
  "--mantine-color-anchor": "var(--f-accent-ink)",
  "--mantine-color-error": "var(--f-bad)",
  "--mantine-color-default": "var(--f-surface)",
  "--mantine-color-default-hover": "var(--f-hover)",
  "--mantine-color-default-color": "var(--f-ink)",
  "--mantine-color-default-border": "var(--f-line-strong)",
  "--mantine-color-disabled": "var(--f-sunken)",
  "--mantine-color-disabled-color": "var(--f-ink-3)",
  "--mantine-color-disabled-border": "var(--f-line)",
  "--mantine-primary-color-filled": "var(--f-accent)",
  "--mantine-primary-color-filled-hover": "var(--f-accent-hover)",
  "--mantine-primary-color-light": "var(--f-accent-soft)",
  "--mantine-primary-color-light-hover": "var(--f-accent-soft)",
  "--mantine-primary-color-light-color": "var(--f-accent-ink)",
  "--mantine-color-petrol-filled": "var(--f-accent)",
  "--mantine-color-petrol-filled-hover": "var(--f-accent-hover)",
};

export const resolver: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
