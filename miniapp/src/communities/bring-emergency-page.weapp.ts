/** WeChat brings it with the package that the first page loads ahead (`preloadRule`). */
export const bringEmergencyPage = (): void => {}
