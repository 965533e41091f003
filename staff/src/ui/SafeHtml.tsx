import DOMPurify from "dompurify";
import { useMemo } from "react";
import styles from "./SafeHtml.module.css";

DOMPurify.addHook("afterSanitizeAttributes", (node) => {
  if (node.nodeName === "A") {
    node.setAttribute("target", "_blank");
    node.setAttribute("rel", "noopener noreferrer");
  }
});

/** HTML the server already made safe, made safe once more where it is shown. */
export function SafeHtml({ html }: { html: string }) {
  const clean = useMemo(
    () => DOMPurify.sanitize(html, { FORBID_ATTR: ["style"], FORBID_TAGS: ["style"] }),
    [html],
  );
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised in the line above
  return <div className={styles.prose} dangerouslySetInnerHTML={{ __html: clean }} />;
}
