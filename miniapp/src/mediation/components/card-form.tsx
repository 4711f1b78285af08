import type { MediationLanguage } from '@little-bench/shared/mediation/contract'
import {
  DISPUTE_KIND_TEXT,
  DISPUTE_KINDS,
  type DisputeKind,
  MEDIATOR_ROLE_TEXT,
  MEDIATOR_ROLES,
  type MediatorRole,
} from '@little-bench/shared/mediation/kinds'
import { useState } from 'react'
import { useCommunity } from '../../communities'
import { newAttemptKey } from '../../platform/attempt-key'
import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { TextInput } from '../../ui/text-input'
import { TickBox } from '../../ui/tick-box'
import { showToast } from '../../ui/toast'
import { ToggleChips } from '../../ui/toggle-chips'
import { type CardFields, cardFieldsOf, cardOf } from '../card-fields'
import type { MediatorCard } from '../case.api'
import { useSaveMediator } from '../committee.api'
import { committeeText } from '../committee.text'
import { LANGUAGES } from '../mediation-words'
import { requestText } from '../request.text'
import { AccountChoice } from './account-choice'

interface CardFormProps {
  communityId: string
  /** One that is there already; without it a new one. */
  card: MediatorCard | undefined
  onClose: () => void
}

/** Writes a card, and says who is on leave or leaves the list. */
export const CardForm = ({ communityId, card, onClose }: CardFormProps) => {
  const t = useText(committeeText)
  const tTongue = useText(requestText)
  const tKind = useText(DISPUTE_KIND_TEXT)
  const tRole = useText(MEDIATOR_ROLE_TEXT)
  const community = useCommunity(communityId).data
  const [fields, setFields] = useState<CardFields>(() => cardFieldsOf(card))
  const [mediatorId] = useState(() => card?.id ?? newAttemptKey())
  const [hasTried, setTried] = useState(false)
  const saving = useSaveMediator(communityId)
  const change = (part: Partial<CardFields>) => setFields((before) => ({ ...before, ...part }))
  const missing = (isMissing: boolean, words: string) => (hasTried && isMissing ? words : undefined)
  const save = () => {
    setTried(true)
    const body = cardOf(fields, card)
    if (!body) return
    saving.mutate(
      { mediatorId, body },
      {
        onSuccess: () => {
          showToast(t('saved'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      isOpen
      title={card ? t('editMediatorOf', { name: card.name }) : t('addMediator')}
      confirmWords={t('saveCard')}
      isBusy={saving.isPending}
      onConfirm={save}
      onClose={onClose}
    >
      {saving.error !== null && <ErrorNotice error={saving.error} />}
      <TextInput
        label={t('cardName')}
        isRequired
        maxLength={30}
        value={fields.name}
        onChange={(name) => change({ name })}
        error={missing(fields.name.trim() === '', t('cardNameMissing'))}
      />
      <ChoiceList<MediatorRole>
        label={t('role')}
        isRequired
        choices={MEDIATOR_ROLES.map((value) => ({ value, name: tRole(value) }))}
        value={fields.role}
        onChange={(role) => change({ role })}
        error={missing(fields.role === null, t('roleMissing'))}
      />
      <ToggleChips<MediationLanguage>
        label={t('languages')}
        choices={LANGUAGES.map((value) => ({ value, name: tTongue(value) }))}
        chosen={fields.languages}
        onChange={(languages) => change({ languages })}
        error={missing(fields.languages.length === 0, t('languagesMissing'))}
      />
      <ToggleChips<DisputeKind>
        label={t('kinds')}
        choices={DISPUTE_KINDS.map((value) => ({ value, name: tKind(value) }))}
        chosen={fields.kinds}
        onChange={(kinds) => change({ kinds })}
        error={missing(fields.kinds.length === 0, t('kindsMissing'))}
      />
      <ToggleChips<string>
        label={t('cells')}
        choices={(community?.gridCells ?? []).map(({ id, name }) => ({ value: id, name }))}
        chosen={fields.gridCellIds}
        onChange={(gridCellIds) => change({ gridCellIds })}
      />
      <TextInput
        label={t('cardAbout')}
        hint={t('cardAboutHint')}
        maxLength={120}
        value={fields.about}
        onChange={(about) => change({ about })}
      />
      <AccountChoice
        communityId={communityId}
        ownId={card?.personId ?? null}
        value={fields.personId}
        onChange={(personId) => change({ personId })}
      />
      <TickBox words={t('leave')} isTicked={fields.isOnLeave} onChange={(isOnLeave) => change({ isOnLeave })} />
      {card && (
        <TickBox words={t('remove')} isTicked={fields.isRemoved} onChange={(isRemoved) => change({ isRemoved })} />
      )}
    </Dialog>
  )
}
