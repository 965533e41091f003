import type { Rating, Relation } from "@/client/types";

export const relationWords: Record<Relation, string> = {
  related: "Linked",
  follows: "Follows from",
  followed_by: "Goes on in",
};

export const ratingWords: Record<Rating, string> = { good: "good", okay: "okay", bad: "not good" };
