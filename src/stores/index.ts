export type { BlobLike, PlaceFound, StreetKind, StreetMap } from '@/geo';
export {
  type Address, agencyDeadline, carriedOpen, isCarriedPart, answeredDeadlines, askedOnEvent, AFTER_ANSWERS, type AfterOffer, asksFollowUps, asksHousehold, asksInstead, asksRunPlace, asksTonight, type Assessment, type AssessmentSummary, atDiscretion, authorityKind, authorityText, CHECKS, type Children, type Clocks, type CopyOut, countDepartures, countedOn, countsRefusals, eraIsConducted,
  FOLLOW_UPS, type FollowUp, inYear, isReopened, isSignedForAnother, isYearlyReview, type Judgement, KEPT_FROM, KEPT_UNITS, type LastDone, LISTED_STATES, type ListedState, type MergedSite, nextDeadline, type NumberedSite, type Office, type Placement, type Release, releaseAsked, releaseDaysBefore, RELEVANCE, type Retention, type RetentionRule, type Role, ROLES, rowsFound, ruleLine, type WorkKind, signedText, type SitesToJudge, type Statement,
  type Surroundings, type TaskId, UNCOUNTED, yearsIn,
} from '@/record';
export { type AgencyAnswers, answeredOn, CHECK_AGENCY_IDS, contactOf, contactsOpen, databaseReply, databasesOf, databasesOpen, isAnswer, type LoggedReply, newChecks, noAgencyAnswers, noReply, type PropertyRequest, type Reply, withReply } from '@/record';
export type { MapFrame } from '@/record';
export { type Dealing, dealingOf, type DealtState, dealtState, type Finding, type Formulation, noDealing, noFormulation } from '@/record';
export { answeredOnVisit, attemptsIn, type HomeVisit, isAskedHere, lookedFor, ONLY_ASKED, type PropertyVisit, type SiteSeen, type ToLookFor, visitsDone } from '@/record';
export {
  type DeletionDay, type PhotoNote, photosHeld, photosRule,
  asksHostel, asksRooms, type BlockProfile, type Building, type ComparedFact, comparedBuildings, comparedProfiles, comparedReply, emptyProfileFacts, isAtPostcode, type Neighbours, neighboursRule, type OthersOfConcern, type ProfileFacts, profileInReply, type Property, refreshedByReply, replyBeside, saidBeside, staleRule, standingOfReply, standsBeside, withProfile, withReplyTakenOver,
} from '@/record';
export {
  type AskedDecision, type AuthorityAnswer, CHECKED_BY, type Compared, decisionIn, GROUNDS_THAT_GO, groundsThatGo, isProfileId, type Partner, type PastFile, type PickedSection, type ProfileId, PROFILES, type Received, REFUSALS, requestIn, wordsNow, type SectionChoice, type SectionId, SECTIONS, type Sent,
} from '@/record';
export {
  CLAUSE_STATUSES, type Clause, type ClauseStatus, type CountedDay, type Criterion, type CriterionAnswer, type Deadline, type Departure, DOCUMENTS, EMPTY_PROTOCOL, type Extension, type Holiday,
  type Limit, LIMITS, type LimitId, type LocalQuestion, type NationalYear, type Protocol, type ProtocolFault, type Reconciliation, type StandardSection, type StandardText,
} from '@/rules';
export { type BuildAccount, FILE_KINDS, type FileKind, type MappedPreview } from '@/geo/build';
export { type AfterAnswer, useAfterOffer } from './afterOffer';
export { useAssessment } from './assessment';
export { type BuildFile, type Complete, type Declared, type MappingForm, PLACED_BY } from './buildForm';
export type { BuildFault } from './buildPlan';
export { type Standing, useAuthorityByFile } from './authorityByFile';
export { type OfCandidate, type PanelSaid, useCandidates } from './candidates';
export { useBackBy } from './backBy';
export { type KnownProfile, useBlocks } from './blocks';
export { useBlockHandOver, type WaitingProfile } from './blockHandOver';
export { useCasework } from './casework';
export { newId } from './newId';
export { type Move, MOVES, middlePart, movedPart, type Part, partBetween } from './coveredParts';
export { clockKey, steadyKey, useClock } from './clock';
export { type DeviceLocation, deviceKey } from './device';
export { useDiscreet } from './discreet';
export { type CheckedBy, useHandOver } from './handOver';
export { type ComparedSection, type OpenedFile, useHandOverReceive, type Waiting } from './handOverReceive';
export { type Offered, type Preview, type ToSend, useHandOverSend } from './handOverSend';
export { useOversight } from './oversight';
export { useSignOff } from './signOff';
export { amendedFields, type Dissent, frozenIn, isWhole, newDissent, signState, type SignOffRound, standingRound, unpacked, type Views } from '@/record';
export { useSince } from './since';
export { useYearlyReview } from './yearlyReview';
export { useHomeReview } from './homeReview';
export { useIdleLock } from './idleLock';
export type { LockCause } from './lockTimer';
export { LOCK_KEYS, useLockKey } from './lockKey';
export { useMapFrame } from './mapFrame';
export type { MapScene } from './mapScene';
export { useNewerApp } from './newerApp';
export { useOffice } from './office';
export { useOffline } from './offline';
export { nothingTyped } from './buildDraft';
export { buildThreadKey, saidOf, usePackBuild } from './packBuild';
export { type PackInDoubt, shelfKey, usePacks } from './packs';
export { passphraseFault, suggestPassphrase } from './passphrase';
export { usePlaceSearch } from './placeSearch';
export { usePrint, type WayOut } from './print';
export { answerRequest, type OpenedRequest, openRequestFile } from './propertyReply';
export { type ArrivedAt, type Asking, usePropertyRequests } from './propertyRequests';
export { drawCovered, encodeCovered, forgetPixels, openPhoto, showJpeg } from './photoPixels';
export { usePhotos } from './photos';
export { useProtocol } from './protocol';
export { usePublishers } from './publishers';
export { DRAFT_OF } from './recordDrafts';
export { type DraftShown, useSealedDraft } from './sealedDraft';
export { doorKey, reloadKey, useSession } from './session';
export { useRetention } from './retention';
export { useStandard } from './standard';
export type { StockAddress } from '@/geo/stock';
export type { OfficerListed, SecretRefused, Visit, WayIn } from '@/vault';
export { stockThreadKey, useStock } from './stock';
export { type Proposal, useSurroundings } from './surroundings';
export { chooseTheme, chosenTheme, type Theme } from './theme';
export { useToday } from './today';
export { useTraining } from './training';
export { useExercises } from './exercises';
export { type ShownWalk, useWalk } from './walk';
export { useWork } from './work';
export { useWalkRound } from './walkRound';
