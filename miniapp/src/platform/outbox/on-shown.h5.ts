/** Each time the page comes to the front again. */
export const onShown = (act: () => void): void =>
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') act()
  })

/** Another window of the same browser changed what is stored under the key. */
export const onChangedElsewhere = (key: string, act: () => void): void =>
  window.addEventListener('storage', (event) => {
    if (event.key === key) act()
  })
