/** Where webhooks go, as it was registered at 360dialog. */
export interface Target {
  url: string;
  headers: Record<string, string>;
}
