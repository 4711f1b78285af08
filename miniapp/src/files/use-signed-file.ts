import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { CallError } from '../platform/call-error'
import { fetchFile, releaseFile } from '../platform/fetch-file'
import { useSession } from '../platform/session'

export interface SignedFile {
  /** What an image or a player can open; undefined until it is here. */
  address: string | undefined
  hasFailed: boolean
  /** Try again, after a failure. */
  retry: () => void
  /** The address could not be shown after all. */
  fail: () => void
}

interface Wanted {
  link: string
  /** Another session may see other files under the same link. */
  token: string | null
  /** Counts how often the person has tried. */
  attempt: number
  address?: string
  hasFailed?: true
  hasAskedAgain?: true
}

/** Which file it is, however often it is signed anew. */
const fileOf = (link: string) => link.split('?')[0]
/** Without a viewer it is a picture that anybody may see. */
export const isForAnybody = (link: string): boolean => !/[?&]viewer=/.test(link)

/**
 * A file behind a signed link. A link that was signed for the viewer is fetched as them; one for anybody is opened by the
 * image itself. What is here stays while the link is signed anew. A link that ran out asks, once, for everything that
 * the page shows again: that brings a new one.
 */
export const useSignedFile = (link: string, isWanted = true): SignedFile => {
  const client = useQueryClient()
  const token = useSession((session) => session.token)
  const [wanted, want] = useState<Wanted>({ link, token, attempt: 0 })
  const isOther = fileOf(link) !== fileOf(wanted.link) || token !== wanted.token
  const current =
    isOther || (wanted.hasFailed && link !== wanted.link) ? wantAgain(wanted, link, token, isOther) : wanted
  if (current !== wanted) want(current)
  const { attempt, address, hasFailed = false, hasAskedAgain = false } = current
  const isDirect = isForAnybody(current.link)

  const fail = () => {
    want((now) => ({ ...now, hasFailed: true, hasAskedAgain: true }))
    // Several pictures of one page run out together and are asked for once.
    if (!hasAskedAgain) void client.refetchQueries({ type: 'active' }, { cancelRefetch: false })
  }
  const failWith = (error: unknown) => {
    if (error instanceof CallError && error.code === 'file_link_expired') fail()
    else want((now) => ({ ...now, hasFailed: true }))
  }
  useEffect(() => {
    if (!isWanted || isDirect) return undefined
    let isGone = false
    let shown: string | undefined
    fetchFile(current.link).then(
      (fetched) => {
        if (isGone) return releaseFile(fetched)
        shown = fetched
        return want((now) => ({ ...now, address: fetched }))
      },
      (error: unknown) => {
        if (!isGone) failWith(error)
      },
    )
    return () => {
      isGone = true
      if (shown) releaseFile(shown)
    }
    // The rest follows from these.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [current.link, token, attempt, isWanted])

  return {
    address: isDirect && isWanted && !hasFailed ? API_BASE + current.link : address,
    hasFailed,
    retry: () => want((now) => ({ link, token, attempt: now.attempt + 1 })),
    fail,
  }
}

/** The new link of the same file is tried without asking for another one. */
const wantAgain = (
  { attempt, hasAskedAgain }: Wanted,
  link: string,
  token: string | null,
  isOther: boolean,
): Wanted => ({
  link,
  token,
  attempt,
  ...(hasAskedAgain && !isOther ? { hasAskedAgain } : {}),
})
