import { useT } from "~/text/texts";
import { channelWord } from "~/text/words";
import css from "./ChannelWord.module.css";
import { IconMail, IconMailbox } from "./icons";

/** The way a letter goes: sign and word. */
export function ChannelWord({ of }: { of: string }) {
  const t = useT();
  const word = channelWord(of);
  const Icon = of === "email" ? IconMail : IconMailbox;
  return (
    <span className={css.channel}>
      <Icon size={14} stroke={1.7} aria-hidden />
      {word ? t(word) : of}
    </span>
  );
}
