import { type ArticleId, useHelpTexts } from "~/text/help/help";
import { useT } from "~/text/texts";
import { Button } from "../Button";
import { Sheet } from "../Sheet";
import { WaitingRows } from "../Skeleton";
import { Found } from "./Found";
import css from "./Help.module.css";
import type { Shown } from "./help";

interface Props {
  shown: Shown;
  onShow: (article: Shown) => void;
  onClose: () => void;
}

/** One article, or the list of all; what it says works without a network. */
export function HelpSheet({ shown, onShow, onClose }: Props) {
  const t = useT();
  const book = useHelpTexts();
  const article = book && shown !== "all" ? book.articles[shown] : undefined;
  const links = (ids: string[]) => (
    <ul className={css.links}>
      {ids.map((id) => (
        <li key={id}>
          <button type="button" className={css.link} onClick={() => onShow(id as ArticleId)}>
            {book?.articles[id as ArticleId].title}
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <Sheet title={article?.title ?? t("help.title")} open help onClose={onClose}>
      {!book ? (
        <WaitingRows rows={5} height={32} />
      ) : article ? (
        <div className={css.article}>
          {article.text.map((words) => (
            <p key={words}>{words}</p>
          ))}
          {article.steps && (
            <ol>
              {article.steps.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ol>
          )}
          <Found key={shown} article={shown} />
          {article.see && (
            <section>
              <h3>{t("help.see")}</h3>
              {links(article.see)}
            </section>
          )}
          <div>
            <Button onPress={() => onShow("all")}>{t("help.all")}</Button>
          </div>
        </div>
      ) : (
        links(Object.keys(book.articles))
      )}
    </Sheet>
  );
}
