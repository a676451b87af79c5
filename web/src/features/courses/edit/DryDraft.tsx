import { useNavigate } from "react-router";
import { useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { IconPlayerPlay } from "~/ui/icons";

/** Plays the course as it is written on this ledger, before anything is kept. */
export function DryDraft({ onGo }: { onGo: () => void }) {
  const t = useT();
  const org = useOrg();
  const go = useNavigate();
  return (
    <Button
      icon={IconPlayerPlay}
      onPress={() => {
        onGo();
        go(`/${org}/lop/provekjoring?utkast=begge`);
      }}
    >
      {t("dry.act")}
    </Button>
  );
}
