/** The sandbox imports one type of `@rocket.chat/ui-kit`. */
export type LayoutBlock = unknown;
