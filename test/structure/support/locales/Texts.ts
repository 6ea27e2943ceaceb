/** The texts of one language: `namespace:key` → text, plural forms each under their own key. */
export type Texts = Record<string, string>;
