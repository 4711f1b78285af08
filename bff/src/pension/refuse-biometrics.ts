import { AppError } from '@little-bench/shared/kernel/errors'
import { hasBiometrics } from '@little-bench/shared/pension/no-biometrics'

/** What somebody wrote is kept without a full ID number and without a picture, or not at all. Errors: `biometrics_refused`. */
export const refuseBiometrics = (...texts: readonly (string | undefined)[]): void => {
  if (texts.some((text) => text !== undefined && hasBiometrics(text))) throw new AppError('biometrics_refused')
}
