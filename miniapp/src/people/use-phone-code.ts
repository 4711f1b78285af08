import { PHONE_CODE_DIGITS } from '@little-bench/shared/people/sign-in'
import { useState } from 'react'
import { toTop } from '../platform/to-top'
import { useRequestPhoneCode } from './sign-in.api'

const MOBILE = /^1\d{10}$/

interface SentCode {
  requestId: string
  /** Another one may be asked for from then on. */
  nextAt: string
}

export interface PhoneCodeSettings {
  /** The six digits are there and are to be tried. */
  onCode: (proof: { requestId: string; code: string }) => void
  /** Something else is typed: what was said about the last code says nothing about this one. */
  onEdit?: () => void
}

/** A number, then the code that was sent to it. Nothing goes on by itself: each step waits for a tap. */
export const usePhoneCode = ({ onCode, onEdit }: PhoneCodeSettings) => {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [sent, setSent] = useState<SentCode | null>(null)
  const [hasTried, setTried] = useState(false)
  const requesting = useRequestPhoneCode()
  const edit = (change: () => void) => {
    setTried(false)
    requesting.reset()
    onEdit?.()
    change()
  }
  const request = (onSent?: () => void) =>
    requesting.mutate(phone, {
      onSuccess: (answer) => {
        edit(() => setCode(''))
        setSent(answer)
        toTop()
        onSent?.()
      },
    })
  return {
    phone,
    code,
    sent,
    hasTried,
    isRequesting: requesting.isPending,
    requestError: requesting.error,
    isPhone: MOBILE.test(phone),
    setPhone: (digits: string) => edit(() => setPhone(digits)),
    setCode: (digits: string) => edit(() => setCode(digits)),
    /** A newer code makes the one before it worthless. */
    requestAgain: (onSent: () => void) => request(onSent),
    changePhone: () =>
      edit(() => {
        setSent(null)
        setCode('')
      }),
    /** The one thing to do next. */
    goOn: () => {
      setTried(true)
      if (sent === null && MOBILE.test(phone)) request()
      if (sent !== null && code.length === PHONE_CODE_DIGITS) onCode({ requestId: sent.requestId, code })
    },
  }
}

export type PhoneCode = ReturnType<typeof usePhoneCode>
