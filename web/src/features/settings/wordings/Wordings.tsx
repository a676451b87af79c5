import { Fragment } from "react";
import { Link } from "react-router";
import { useMay, useOrg } from "~/api/me";
import { asProblem } from "~/api/problem";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { Failure } from "~/ui/Empty";
import { TableFile } from "~/ui/list/TableFile";
import { Notice } from "~/ui/Notice";
import { WaitingRows } from "~/ui/Skeleton";
import { Tag } from "~/ui/Tag";
import { PlainTable } from "~/ui/table/PlainTable";
import type { Column } from "~/ui/table/types";
import { type LetterKind, type LetterLanguage, useWordings, type WordingRow } from "../api/wordings";
import settings from "../page/Settings.module.css";
import css from "./Wordings.module.css";
import { groups, kindWords, letterLanguages } from "./words";

/** Every letter in every language: whose words it has, and how plain they are. */
export function Wordings() {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const may = useMay("manage_creditor");
  const { data, error, refetch } = useWordings(org);
  if (error && !data) return <Failure problem={asProblem(error)} again={refetch} />;
  if (!data) return <WaitingRows rows={12} />;
  const rowOf = (kind: LetterKind, language: LetterLanguage) =>
    data.find((row) => row.kind === kind && row.language === language);
  const cell = (row: WordingRow | undefined, kind: LetterKind, language: LetterLanguage) =>
    row && (
      <Link className={css.one} to={`/${org}/innstillinger/brevtekster/${kind}/${language}`}>
        <span className="ear-only">
          {t("wordings.of", { letter: t(kindWords[kind]), language: t(`wordings.language.${language}`) })}:{" "}
        </span>
        {row.own ? (
          <Tag quiet tone="going">
            {t("wordings.own")}
          </Tag>
        ) : (
          t("wordings.ours")
        )}{" "}
        <span className={css.score}>{t("wordings.score", { score: f.count(row.score) })}</span>
      </Link>
    );
  const columns: Column<LetterKind>[] = [
    {
      id: "letter",
      head: t("letter.letter"),
      cell: (kind) => <span className={settings.name}>{t(kindWords[kind])}</span>,
    },
    ...letterLanguages.map((language) => ({
      id: language,
      head: t(`wordings.language.${language}`),
      width: 190,
      cell: (kind: LetterKind) => cell(rowOf(kind, language), kind, language),
    })),
  ];
  const own = data.filter((row) => row.own).length;
  const filed: Column<WordingRow>[] = [
    {
      id: "letter",
      head: t("letter.letter"),
      value: ({ kind }) => (kind in kindWords ? t(kindWords[kind as LetterKind]) : kind),
      cell: () => null,
    },
    {
      id: "language",
      head: t("wordings.file.language"),
      value: ({ language }) => t(`wordings.language.${language as LetterLanguage}`),
      cell: () => null,
    },
    {
      id: "whose",
      head: t("wordings.file.whose"),
      value: (row) => t(row.own ? "wordings.own" : "wordings.ours"),
      cell: () => null,
    },
    { id: "score", head: t("wordings.side.klarhet"), kind: "whole", value: (row) => row.score, cell: () => null },
    { id: "lix", head: "LIX", kind: "whole", value: (row) => row.lix, cell: () => null },
  ];
  return (
    <div className={settings.wide}>
      <div className={css.lead}>
        <p>{t("wordings.text")}</p>
        <p>{own ? t("wordings.count", { n: own }) : t("wordings.count.none")}</p>
        <TableFile title={t("settings.wordings")} columns={filed} rows={data} plain />
        {!may && <Notice tone="plain">{t("company.read-only")}</Notice>}
      </div>
      {groups.map((group) => (
        <Fragment key={group.title}>
          <h2>{t(group.title)}</h2>
          <div className={settings.table}>
            <PlainTable
              caption={t(group.title)}
              columns={columns}
              rows={group.kinds}
              keyOf={(kind) => kind}
              phone={(kind) => (
                <div className={css.card}>
                  <b>{t(kindWords[kind])}</b>
                  <ul>
                    {letterLanguages.map((language) => (
                      <li key={language}>
                        <span aria-hidden>{t(`wordings.language.${language}`)}</span>
                        {cell(rowOf(kind, language), kind, language)}
                      </li>
                    ))}
                  </ul>
                </div>
              )}
            />
          </div>
        </Fragment>
      ))}
    </div>
  );
}
