import { Link } from "react-router";
import { useOrg } from "~/api/me";
import { useSays } from "~/text/says";
import { useT } from "~/text/texts";
import { longName } from "~/text/words";
import { Day } from "~/ui/Day";
import { type Category, categories, type Need } from "../words";

type Row = Need["rows"][number];

function placeOf(category: Category, row: Row): string {
  if (category === "missing_address" && row.debtor) return `skyldnere/${row.debtor}`;
  if (row.case) return `saker/${row.case}`;
  if (row.invoice) return `reskontro?sok=${encodeURIComponent(row.invoice)}`;
  return categories[category].to;
}

/** One thing that needs somebody, one press from the act: its name, and in a line what and when. */
export function NeedRow({ category, row }: { category: Category; row: Row }) {
  const t = useT();
  const org = useOrg();
  const says = useSays();
  const word = row.what ? longName(row.what) : undefined;
  return (
    <>
      <Link to={`/${org}/${placeOf(category, row)}`}>{row.title || t("today.no-kid")}</Link>
      <small>
        {row.case && <>{t("today.case", { case: String(row.case) })} </>}
        {row.invoice && <>{t("today.invoice", { invoice: row.invoice })} </>}
        {word ? t(word) : row.what && says(row.what).text}
        {row.on && (
          <>
            {" "}
            <Day of={row.on} as="short" />
          </>
        )}
      </small>
    </>
  );
}
