import { PICK_UP_RELATIONS, type PickUpRelation } from '@little-bench/shared/people/children'
import { useState } from 'react'
import { RELATION_TEXT } from '../../people'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ChoiceList } from '../../ui/choice-list'
import { Sheet } from '../../ui/sheet'
import { TextInput } from '../../ui/text-input'
import { childText } from '../child.text'
import { type PickUpFields, readPickUp } from '../child-fields'

interface PickUpSheetProps {
  /** Who is changed; left out for one more. */
  start: PickUpFields | undefined
  onKeep: (pickUp: PickUpFields) => void
  onClose: () => void
}

/** Somebody who may fetch the child: how they are called, what they are to it, and a number when they like. */
export const PickUpSheet = ({ start, onKeep, onClose }: PickUpSheetProps) => {
  const t = useText(childText)
  const tRelation = useText(RELATION_TEXT)
  const [name, setName] = useState(start?.name ?? '')
  const [relation, setRelation] = useState<PickUpRelation | null>(start?.relation ?? null)
  const [phone, setPhone] = useState(start?.phone ?? '')
  const [hasTried, setTried] = useState(false)
  const read = readPickUp({ name, relation, phone })
  const mistake = hasTried && typeof read === 'string' ? read : undefined
  const keep = () => {
    if (typeof read === 'string') return setTried(true)
    onKeep({ ...(start?.id ? { id: start.id } : {}), ...read })
  }
  return (
    <Sheet isOpen title={t('pickUpTitle')} onClose={onClose}>
      <TextInput
        label={t('pickUpName')}
        hint={t('pickUpNameHint')}
        isRequired
        error={mistake === 'pickUpNameMissing' ? t(mistake) : undefined}
        maxLength={20}
        value={name}
        onChange={setName}
      />
      <ChoiceList
        label={t('relation')}
        isRequired
        error={mistake === 'relationMissing' ? t(mistake) : undefined}
        choices={PICK_UP_RELATIONS.map((value) => ({ value, name: tRelation(value) }))}
        value={relation}
        onChange={setRelation}
      />
      <TextInput
        label={t('phone')}
        hint={t('phoneHint')}
        error={mistake === 'phoneWrong' ? t(mistake) : undefined}
        value={phone}
        onChange={setPhone}
      />
      <Button kind='primary' isWide onPress={keep}>
        {t('keepPickUp')}
      </Button>
    </Sheet>
  )
}
