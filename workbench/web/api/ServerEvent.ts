/** One server-sent event. */
export type ServerEvent = { readonly type: string; readonly data: unknown };
