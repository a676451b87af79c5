import { useOrg } from "~/api/me";
import type { Case, LetterInCase } from "~/api/types";
import { useF } from "~/text/format";
import { useT } from "~/text/texts";
import { channelWord, longName } from "~/text/words";
import { ChannelWord } from "~/ui/ChannelWord";
import { DownloadLink } from "~/ui/DownloadLink";
import { Empty } from "~/ui/Empty";
import { IconFileText, IconLock } from "~/ui/icons";
import { TableFile } from "~/ui/list/TableFile";
import { Money } from "~/ui/Money";
import { PlainTable } from "~/ui/table/PlainTable";
import type { Column } from "~/ui/table/types";
import css from "./CasePage.module.css";
import own from "./Documents.module.css";

/** The letters of the case, newest first: how and when they were sent, what they ask for, and the paper itself. */
export function Documents({ one }: { one: Case }) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const status = (letter: LetterInCase) => {
    if (letter.state === "sent" && letter.sent) return t("document.sent", { day: f.day(letter.sent) });
    if (letter.state === "earlier" && letter.sent) return t("document.earlier", { day: f.day(letter.sent) });
    if (letter.state === "written") return t("document.written");
    if (letter.state === "cancelled") return t("document.cancelled");
    return letter.from ? t("document.from", { day: f.day(letter.from) }) : t("document.ordered");
  };
  const nameOf = (letter: LetterInCase) => {
    const name = longName(letter.kind);
    return name ? t(name) : letter.kind;
  };
  const name = (letter: LetterInCase) => {
    const locked = letter.state === "ordered" || letter.state === "coming";
    const Icon = locked ? IconLock : IconFileText;
    return (
      <span className={own.name}>
        <Icon size={16} stroke={1.6} aria-hidden />
        {nameOf(letter)}
      </span>
    );
  };
  const paper = (letter: LetterInCase) => (
    <DownloadLink
      to={letter.pdf ? `/api/creditors/${org}/cases/${one.case}/letters/${letter.letter}` : undefined}
      label={t("document.open", { name: nameOf(letter) })}
    />
  );
  const ways = (letter: LetterInCase) =>
    (letter.channels ?? [])
      .map(({ channel }) => {
        const word = channelWord(channel);
        return word ? t(word) : channel;
      })
      .join(", ");
  const columns: Column<LetterInCase>[] = [
    { id: "name", head: t("document.name"), value: nameOf, cell: name },
    {
      id: "as",
      head: t("document.as"),
      value: ways,
      cell: (letter) => (
        <span className={own.ways}>
          {letter.channels?.map((way) => (
            <ChannelWord key={way.channel} of={way.channel} />
          ))}
        </span>
      ),
    },
    { id: "status", head: t("cases.status"), value: status, cell: status },
    {
      id: "total",
      head: t("document.claim"),
      right: true,
      kind: "money",
      value: (letter) => letter.total ?? "",
      cell: (letter) => letter.total && <Money of={letter.total} />,
    },
    { id: "paper", head: t("document.paper"), right: true, width: 60, cell: paper },
  ];
  const rows = [...one.letters].reverse();
  return (
    <section className={css.section}>
      <div className={css.titled}>
        <h2>{t("case.documents")}</h2>
        <TableFile title={`${t("case.documents")} ${one.case}`} columns={columns} rows={rows} plain />
      </div>
      {rows.length === 0 ? (
        <Empty small title={t("document.none")} />
      ) : (
        <PlainTable
          caption={t("case.documents")}
          columns={columns}
          rows={rows}
          keyOf={(letter) => `${letter.state}${letter.letter}`}
          edges={false}
          phone={(letter) => (
            <div className={own.card}>
              {name(letter)}
              <span>{letter.total && <Money of={letter.total} unit />}</span>
              <small>{status(letter)}</small>
              {paper(letter)}
            </div>
          )}
        />
      )}
    </section>
  );
}
