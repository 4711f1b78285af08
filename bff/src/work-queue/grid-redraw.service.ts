import { AppError } from '@little-bench/shared/kernel/errors'
// Stands here only until the plan is written.
export const listGridRedraws = async (..._: unknown[]): Promise<never[]> => []
export const previewGridRedraw = async (..._: unknown[]): Promise<never> => { throw new AppError('not_found') }
export const applyGridRedraw = async (..._: unknown[]): Promise<never> => { throw new AppError('not_found') }
