import { spokenPhone } from '@little-bench/shared/people/phone'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { RELATION_TEXT } from '../../people'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Section } from '../../ui/section'
import { childText } from '../child.text'
import { MAX_PICK_UPS, type PickUpFields } from '../child-fields'
import styles from '../childcare.module.scss'
import { PickUpSheet } from './pick-up-sheet'

interface PickUpListProps {
  pickUps: readonly PickUpFields[]
  onChange: (pickUps: PickUpFields[]) => void
}

/** Who may fetch the child, beside whoever has the account. */
export const PickUpList = ({ pickUps, onChange }: PickUpListProps) => {
  const t = useText(childText)
  const [open, setOpen] = useState<number>()
  const keep = (kept: PickUpFields) => {
    const isChange = open !== undefined && open < pickUps.length
    onChange(isChange ? pickUps.map((each, index) => (index === open ? kept : each)) : [...pickUps, kept])
    setOpen(undefined)
  }
  return (
    <Section title={t('whoFetches')}>
      <View className={styles.hint}>{t('whoFetchesHint')}</View>
      {pickUps.map((pickUp, index) => (
        <PickUpCard
          key={`${pickUp.id ?? ''}${pickUp.name}${index}`}
          pickUp={pickUp}
          onEdit={() => setOpen(index)}
          onDrop={() => onChange(pickUps.filter((_, other) => other !== index))}
        />
      ))}
      {pickUps.length < MAX_PICK_UPS && (
        <Button icon='plus' isWide onPress={() => setOpen(pickUps.length)}>
          {t('addPickUp')}
        </Button>
      )}
      {open !== undefined && <PickUpSheet start={pickUps[open]} onKeep={keep} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}

const PickUpCard = ({
  pickUp: { name, relation, phone },
  onEdit,
  onDrop,
}: {
  pickUp: PickUpFields
  onEdit: () => void
  onDrop: () => void
}) => {
  const t = useText(childText)
  const tRelation = useText(RELATION_TEXT)
  return (
    <Card>
      <View className={styles.name}>{name}</View>
      <View>{tRelation(relation)}</View>
      {phone !== '' && <View>{spokenPhone(phone)}</View>}
      <View className={styles.ways}>
        <Button icon='edit' label={t('changePickUp', { name })} onPress={onEdit}>
          {t('change')}
        </Button>
        <Button icon='close' label={t('dropPickUp', { name })} onPress={onDrop}>
          {t('drop')}
        </Button>
      </View>
    </Card>
  )
}
