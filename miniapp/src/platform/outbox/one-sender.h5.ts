/** Runs this unless another window of the same app does so already; older browsers leave it to the keys of the reports. */
export const asOneSender = async (send: () => Promise<void>): Promise<void> => {
  if (!('locks' in navigator)) return send()
  await navigator.locks.request('outbox', { ifAvailable: true }, async (lock) => {
    if (lock) await send()
  })
}
