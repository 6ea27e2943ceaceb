/** A web address that may be a link: http or https, without anything that would end the link in Markdown. */
export function safeUrl(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\/[^\s<>|()[\]"'`\\]+$/i.test(url) ? url : undefined;
}
