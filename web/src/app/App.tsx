import { localStorageColorSchemeManager, type MantineColorSchemeManager, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ComponentProps, useState } from "react";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { Texts } from "~/text/texts";
import { Toasts } from "~/ui/Toasts";
import { theme } from "~/ui/theme";
import { makeQueries } from "./query";
import { makeRoutes } from "./routes";

const schemes: MantineColorSchemeManager = localStorageColorSchemeManager({ key: "frist.scheme" });

type Props = Omit<ComponentProps<typeof Texts>, "children">;

/** The application: texts, the design system, answers of the server, pages. */
export function App(props: Props) {
  const [{ queries, router }] = useState(() => {
    const made = makeQueries(() => {
      // Who stands at the door has left already; a late answer to what the page asked before leads nowhere.
      if (pages.state.location.pathname === "/logg-inn") return;
      made.clear();
      const back = location.pathname + location.search;
      pages.navigate(`/logg-inn?til=${encodeURIComponent(back)}`);
    });
    const pages = createBrowserRouter(makeRoutes(made));
    return { queries: made, router: pages };
  });
  return (
    <Texts {...props}>
      <MantineProvider
        theme={theme}
        colorSchemeManager={schemes}
        defaultColorScheme="auto"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <QueryClientProvider client={queries}>
          <Toasts>
            <RouterProvider router={router} />
          </Toasts>
        </QueryClientProvider>
      </MantineProvider>
    </Texts>
  );
}
