import { useEffect, useMemo, useRef, type RefObject } from 'react';

/** Where the styles of a mail wait, since the page allows none that stand in the text. */
const STYLE = 'data-style';

/**
 * A mail in a window of its own, in which nothing runs: what it says can do nothing to the page. The content security
 * policy of the page holds in it as well, and allows no styles in the text; they are set one by one when it is there.
 */
export function MailFrame({ title, html }: { readonly title: string; readonly html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const text = useMemo(() => withoutStyles(html), [html]);
  useEffect(() => {
    const refit = () => fit(frame);
    window.addEventListener('resize', refit);
    return () => window.removeEventListener('resize', refit);
  }, []);
  const dress = () => {
    for (const element of frame.current?.contentDocument?.querySelectorAll<HTMLElement>(`[${STYLE}]`) ?? []) {
      element.style.cssText = element.getAttribute(STYLE) ?? '';
    }
    fit(frame);
  };
  return (
    <iframe
      ref={frame}
      className="mail-frame"
      title={title}
      srcDoc={text}
      onLoad={dress}
      sandbox="allow-same-origin allow-top-navigation-by-user-activation"
    />
  );
}

/** Makes the window as high as the mail in it, so that there is one bar to scroll with. */
function fit({ current }: RefObject<HTMLIFrameElement | null>) {
  const inside = current?.contentDocument?.body;
  if (current && inside) current.style.blockSize = `${inside.scrollHeight + 2}px`;
}

/** The text of a mail that opens its links in the whole window, and whose styles are put aside. */
function withoutStyles(html: string): string {
  // Before it is read: the policy complains of each style that it meets while reading. In a mail of ours no text has this.
  const mail = new DOMParser().parseFromString(html.replaceAll(' style="', ` ${STYLE}="`), 'text/html');
  for (const part of mail.querySelectorAll('script, style, meta, link, base')) part.remove();
  for (const link of mail.querySelectorAll('a')) link.setAttribute('target', '_top');
  return `<!doctype html>${mail.documentElement.outerHTML}`;
}
