/** How a debt may have arisen. */
export const relations = ["consumer", "business"] as const;

/** Who may owe as a consumer and in business. */
export const isEither = (kind: string) => kind === "person" || kind === "sole_trader";
