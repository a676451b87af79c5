import type { ArticleId } from "~/ui/help/help";

const articles: [RegExp, ArticleId][] = [
  [/^$/, "today"],
  [/^reskontro/, "ledger"],
  [/^saker\/ny/, "new-case"],
  [/^saker\/./, "case"],
  [/^saker/, "cases"],
  [/^utskrift/, "print"],
  [/^innbetalinger/, "payments"],
  [/^skyldnere\/./, "debtor"],
  [/^skyldnere/, "debtors"],
  [/^rapporter/, "reports"],
  [/^beslutninger/, "decisions"],
  [/^import/, "import"],
  [/^eksport/, "export"],
  [/^lop\/provekjoring/, "dry-run"],
  [/^lop\/./, "course"],
  [/^lop/, "courses"],
  [/^innstillinger\/automatikk/, "automation"],
  [/^innstillinger\/brevtekster\/./, "wording"],
  [/^innstillinger\/brevtekster/, "wordings"],
  [/^innstillinger\/kreditorer/, "creditors"],
  [/^innstillinger\/folk/, "people"],
  [/^innstillinger\/fullmakter/, "mandates"],
  [/^innstillinger\/nokler/, "keys"],
  [/^innstillinger\/logg/, "log"],
  [/^innstillinger\/vilkar/, "terms"],
  [/^innstillinger\/alle/, "all-settings"],
  [/^innstillinger\/konto/, "account"],
  [/^innstillinger/, "company"],
];

/** The article of the page at this address; its first part is the creditor. */
export function articleOf(pathname: string): ArticleId | "all" {
  const place = pathname.split("/").slice(2).join("/");
  return articles.find(([reads]) => reads.test(place))?.[1] ?? "all";
}
