import type { QueryClient } from "@tanstack/react-query";
import { type LoaderFunctionArgs, type RouteObject, redirect } from "react-router";
import { meQuery } from "~/api/me";
import { Problem } from "~/api/problem";
import type { Me } from "~/api/types";
import { routes as cases } from "~/features/cases";
import { routes as courses } from "~/features/courses";
import { routes as debtors } from "~/features/debtors";
import { routes as decisions } from "~/features/decisions";
import { routes as exports } from "~/features/exports";
import { routes as imports } from "~/features/imports";
import { routes as ledger } from "~/features/ledger";
import { routes as payments } from "~/features/payments";
import { routes as print } from "~/features/print";
import { routes as reports } from "~/features/reports";
import { routes as session } from "~/features/session";
import { routes as settings } from "~/features/settings";
import { routes as today } from "~/features/today";
import { Missing } from "./Missing";
import { RouteFault } from "./RouteFault";
import { Shell } from "./Shell";

/** Every address of the application. What a creditor's pages show stands below its organisation number. */
export function makeRoutes(queries: QueryClient): RouteObject[] {
  const who = async (request: Request): Promise<Me> => {
    try {
      return await queries.ensureQueryData(meQuery);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) throw error;
      const { pathname, search } = new URL(request.url);
      throw redirect(
        pathname === "/" ? `/logg-inn${location.hash}` : `/logg-inn?til=${encodeURIComponent(pathname + search)}`,
      );
    }
  };

  const home = async ({ request }: LoaderFunctionArgs) => {
    const me = await who(request);
    const last = localStorage.getItem("frist.creditor");
    const first = me.creditors.find((one) => one.org_number === last) ?? me.creditors[0];
    return redirect(first ? `/${first.org_number}` : "/ny-kreditor");
  };

  const inside = async ({ request, params }: LoaderFunctionArgs) => {
    const me = await who(request);
    if (!me.creditors.some((one) => one.org_number === params.org)) throw new Response(null, { status: 404 });
    localStorage.setItem("frist.creditor", params.org ?? "");
    const account = `/${params.org}/innstillinger/konto`;
    if (me.factor_wanted && !me.second_factor && me.passkeys === 0 && new URL(request.url).pathname !== account)
      throw redirect(account);
    return null;
  };

  return [
    {
      errorElement: <RouteFault />,
      HydrateFallback: () => null,
      children: [
        // The loader always leads on; the page is never seen.
        { path: "/", loader: home, element: null },
        ...session,
        {
          path: "/:org",
          loader: inside,
          shouldRevalidate: ({ currentParams, nextParams }) => currentParams.org !== nextParams.org,
          element: <Shell />,
          errorElement: <RouteFault />,
          children: [
            {
              errorElement: <RouteFault />,
              children: [
                ...today,
                ...ledger,
                ...cases,
                ...print,
                ...payments,
                ...debtors,
                ...reports,
                ...decisions,
                ...courses,
                ...imports,
                ...exports,
                ...settings,
                { path: "*", element: <Missing /> },
              ],
            },
          ],
        },
        { path: "*", element: <Missing /> },
      ],
    },
  ];
}
