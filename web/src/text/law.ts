// Where a section stands, so that a reason can be looked up. A rule reads “inkassoloven § 10”.
const acts: Record<string, string> = {
  inkassoloven: "lov/1988-05-13-26",
  inkassoforskriften: "forskrift/1989-07-14-562",
  forsinkelsesrenteloven: "lov/1976-12-17-100",
  tvangsfullbyrdelsesloven: "lov/1992-06-26-86",
  tvisteloven: "lov/2005-06-17-90",
  konkursloven: "lov/1984-06-08-58",
  rettsgebyrloven: "lov/1982-12-17-86",
  foreldelsesloven: "lov/1979-05-18-18",
  bokføringsloven: "lov/2004-11-19-73",
};

/** The address of a rule at Lovdata; nothing for what is not a section of one of these acts. */
export function lawAddress(rule: string): string | undefined {
  const m = /^(\S+)\s+§§?\s*([\w-]+)(?:\s([a-z])(?=$|\s))?/.exec(rule);
  const act = m && acts[m[1]!];
  return act ? `https://lovdata.no/${act}/%C2%A7${m[2]}${m[3] ?? ""}` : undefined;
}
