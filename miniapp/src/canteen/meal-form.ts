/** The draft of one sitting. */
export const formOfMeal = (slotId: string): string => `meal.${slotId}`
