/** Where an app's icon is served. */
export function appIconUrl(appId: string): string {
  return `/api/apps/${encodeURIComponent(appId)}/icon`;
}
