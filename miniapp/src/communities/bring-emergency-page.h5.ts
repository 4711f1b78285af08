/** The browser has the page from now on, whatever becomes of the network. */
export const bringEmergencyPage = (): void =>
  void import(/* webpackChunkName: "communities/pages/emergency/index" */ './pages/emergency/index').catch(
    () => undefined,
  )
