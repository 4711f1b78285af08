import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useNetwork } from '../../platform/network-state'
import { useSession } from '../../platform/session'
import { holdConnection } from './held-connection'

/** Hears at once what others do, for as long as this page of the desk is open; without it the desk asks every 20 s. */
export const useLive = (): void => {
  const client = useQueryClient()
  const token = useSession((session) => session.token)
  const isOnline = useNetwork((network) => network.isOnline)
  useEffect(() => (token !== null && isOnline ? holdConnection(token, client) : undefined), [token, isOnline, client])
}
