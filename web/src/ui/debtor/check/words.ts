/** What a look-up by hand can come to. */
export const results = ["same", "moved", "not-found", "dead"] as const;
