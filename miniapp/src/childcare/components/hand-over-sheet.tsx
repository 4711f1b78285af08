import { spokenPhone } from '@little-bench/shared/people/phone'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { RELATION_TEXT } from '../../people'
import { useText } from '../../platform/i18n/text'
import { useNetwork } from '../../platform/network-state'
import { Button } from '../../ui/button'
import { ChoiceList } from '../../ui/choice-list'
import { ErrorNotice } from '../../ui/error-notice'
import { Sheet } from '../../ui/sheet'
import { showToast } from '../../ui/toast'
import { type HandOver, type RosterChild, useHandOverByCode } from '../roster.api'
import styles from '../roster.module.scss'
import { rosterText } from '../roster.text'
import type { Fetcher, RosterDesk } from '../use-roster-desk'
import { HandOverWay } from './hand-over-way'
import { NotListed } from './not-listed'

interface HandOverSheetProps {
  communityId: string
  child: RosterChild
  desk: RosterDesk
  onClose: () => void
}

const GUARDIAN = 'guardian'
const NOT_LISTED = 'not_listed'
const CODE_LENGTH = 6

const valueOf = ({ id }: Fetcher) => id ?? GUARDIAN

/** Who fetches the child: somebody on its list, by the code, known, or with a paper; nobody else. */
export const HandOverSheet = ({ communityId, child, desk, onClose }: HandOverSheetProps) => {
  const t = useText(rosterText)
  const tRelation = useText(RELATION_TEXT)
  const isOnline = useNetwork((network) => network.isOnline)
  const [who, setWho] = useState<string | null>(null)
  const [way, setWay] = useState<HandOver['way']>(isOnline ? 'code' : 'known')
  const [code, setCode] = useState('')
  const [hasTried, setTried] = useState(false)
  const byCode = useHandOverByCode(communityId)
  const fetcher = child.pickUps.find((each) => valueOf(each) === who)
  const give = () => {
    if (!fetcher || way === 'code') return setTried(true)
    desk.handOver(child, fetcher, way)
    onClose()
  }
  /** Six digits and it is done, or it is said what is wrong with them. */
  const typeCode = (digits: string) => {
    setCode(digits)
    if (!fetcher || digits.length < CODE_LENGTH || byCode.isPending) return
    byCode.mutate(
      { bookingId: child.bookingId, body: { pickUpId: fetcher.id, way: 'code', code: digits } },
      {
        onSuccess: () => {
          showToast(t('goneToast', { name: child.nickname, by: fetcher.name }))
          onClose()
        },
        onError: () => setCode(''),
      },
    )
  }
  return (
    <Sheet isOpen title={t('who', { name: child.nickname })} onClose={onClose}>
      <ChoiceList<string>
        label={t('whoCame')}
        error={hasTried && who === null ? t('whoMissing') : undefined}
        choices={[
          ...child.pickUps.map((each) => ({
            value: valueOf(each),
            name: each.name,
            note: [each.relation ? tRelation(each.relation) : t('guardian'), each.phone && spokenPhone(each.phone)]
              .filter(Boolean)
              .join(' '),
          })),
          { value: NOT_LISTED, name: t('notListed') },
        ]}
        value={who}
        onChange={setWho}
      />
      {who === NOT_LISTED && <NotListed child={child} />}
      {fetcher && (
        <>
          <HandOverWay way={way} onWay={setWay} code={code} onCode={typeCode} name={fetcher.name} isOnline={isOnline} />
          {byCode.isError && <ErrorNotice error={byCode.error} />}
        </>
      )}
      {who !== NOT_LISTED && !(fetcher && way === 'code') && (
        <View className={styles.ways}>
          <Button kind='primary' isWide icon='check' onPress={give}>
            {fetcher ? t('give', { name: fetcher.name }) : t('nextWho')}
          </Button>
        </View>
      )}
    </Sheet>
  )
}
