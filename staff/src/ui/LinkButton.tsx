import { Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> &
  ButtonProps & { ref?: Ref<HTMLAnchorElement> };

/** A way to another place of the app that looks like a button. */
export const LinkButton = createLink(({ ref, ...props }: Props) => (
  <Button component="a" ref={ref} {...props} />
));
