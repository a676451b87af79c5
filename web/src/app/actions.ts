import type { Right } from "~/api/types";
import type { TextId } from "~/text/texts";
import type { Icon } from "~/ui/Button";
import {
  IconCircleCheck,
  IconFileImport,
  IconPlayerPlay,
  IconPlus,
  IconPrinter,
  IconUpload,
  IconUsers,
} from "~/ui/icons";

interface Action {
  path: string;
  text: TextId;
  icon: Icon;
  right?: Right;
}

/** One round over all creditors, for who has more than one. */
export const round: Action = { path: "beslutninger", text: "decisions.title", icon: IconCircleCheck };

/** What the palette can begin, each at its address. */
export const actions: Action[] = [
  { path: "saker/ny", text: "cases.new", icon: IconPlus, right: "act_on_cases" },
  { path: "import", text: "today.first.import", icon: IconFileImport, right: "import_ledger" },
  { path: "lop/provekjoring", text: "dry.act", icon: IconPlayerPlay, right: "read_settings" },
  { path: "innbetalinger", text: "payments.file", icon: IconUpload, right: "register_payments" },
  { path: "utskrift", text: "print.act", icon: IconPrinter, right: "send_letters" },
  { path: "innstillinger/folk", text: "people.invite", icon: IconUsers, right: "manage_people" },
];
