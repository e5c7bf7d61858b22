/** Words that are common in the names of tables and columns: by them a name without separators is cut. */

const lines = `
absence accept access account accounting action active activity actor actual added additional address adjust
adjustment admin administrator admission admit affiliate after age agency agent aggregate agreement aircraft airline
airport alarm album alert alias allergy allowance alternate altitude amount analysis annotation annual answer
apartment applicant application appointment approval approve approved archive archived area arrival article artist
assessment asset assign assigned assignee assignment associate athlete attachment attempt attendance attribute
auction audio audit author authority authorization available avatar average award background backup badge balance
band bank banner bar barcode base basket batch begin beginning benefit bid bill billing bin binary birth birthday
block blocked blog blood board body bonus book booking boolean box branch brand break browser budget build building
bus business buyer cache calendar call campaign cancel cancelled candidate capacity capital caption car card care
carrier cart case cash cast catalog catalogue category cell census center centre certificate chain change changed
channel chapter character charge check checked checkout child choice city claim class client clinic clock close
closed closing club coach code collection college color colour column command comment commission commit committee
company compensation competition complete completed completion component concept condition config configuration
confirm confirmed connection consent consumer contact container content contest context contract contractor control
conversation conversion coordinate copy correct cost count counter country county coupon course cover coverage
create created creation creator credential credit currency current custom customer cycle daily data database date
day debit debt decimal default definition degree delete deleted deliver delivered delivery department departure
dependency deposit depth description destination detail details detected device diagnosis dimension direction
director directory disabled discharge discount discussion disease display distance distribution district division
doctor document domain domestic donation donor dose download draft driver drug due duplicate duration edited edition
education effective element email emergency employee employer employment enabled encounter end enrollment enrolment
entity entry environment episode equipment error estimate estimated ethnicity event exam exception exchange
execution exit expected expense experience expiration expire expired expires expiry export exposure extension
external extra facility factor faculty failed failure family favorite favourite fax feature fee feed feedback female
field figure file filename filter final finance financial finish finished first fiscal fixed flag flight floor
folder follower footer foreign form format forum freight frequency from full function fund game gender general
generated genre given global goal goods grade graduate gross group guest head header heading headline health height
help hidden hierarchy high hire hired history hold holder holiday home hospital host hotel hour hours house
household icon identifier identity image import inactive incident include included income index indicator individual
info information initial insert inspection instance institution instructor insurance interest internal international
interval interview inventory invitation invite invoice issue item job join joined journal key keyword kind label
labor laboratory language last latest latitude layout lead league leave lecture ledger length lesson letter level
library licence license life like limit line lines link list listing live load loan locale location lock locked log
logged login logo logout long longitude lookup loss low lower mail mailing main maintenance male manage management
manager manual manufacturer map margin marital market marketing master match material max maximum measure
measurement media medical medication medicine medium meeting member membership memo memory merchant merge message
metadata meter metric middle milestone min minimum minute minutes mobile mode model moderator modification modified
modifier module money monitor month monthly movie name nation nationality net network new news next nickname node
note notes notice notification number numeric nurse observation observed observer occupation occurred occurrence
offer office officer official old open opened opening operator opportunity option order ordered organisation
organization organizer origin original other outlet output outstanding owner ownership package page paid parameter
parcel parent part participant partner party passenger passport password path patient pay payable payer payment
payroll pending per percent percentage period permission permit person personnel phone photo physician pickup
picture place plan planned player playlist plot point points policy poll population position post postal postcode
posted practitioner preference preferred prefix prescription previous price pricing primary principal printed
priority private privilege procedure process processed product profile program programme progress project promotion
property provider province public publication publish published publisher purchase qualification quality quantity
query question quiz quote range rank ranking rate rating reading reason receipt receive received receiver recipient
record recorded recording redirect referee reference referrer refund region register registered registration
registry rejected related relation relationship release released remark reminder removed renewal rent rental reorder
replacement reply report reported reporter repository representative request requested required requirement research
reservation reset resolution resolved resource response result results return returned revenue review reviewed
reviewer revision role room root roster route routing row rule salary sale sales sample scale schedule scheduled
schema school score script search season seat second secondary seconds section sector security segment seller
semester sender sensor sent sequence serial series server service session set setting severity shift ship shipment
shipped shipper shipping shop signed single site size skill sku slot slug song sort source special species
specification specimen sprint staff stage standard start started state statement station statistics status stay step
stock storage store story street student study style subject submission submitted subscribe subscriber subscription
subtotal summary supervisor supplier supply support surname survey symbol symptom system table tag target task tax
taxable taxon teacher team telephone temperature template tenant term terminal territory test text thread thumbnail
ticket time timeout timestamp timezone title token top topic total tournament town track tracking training
transaction transfer translation transport travel treatment tree trigger trip type unit units university update
updated updater upload uploaded upper uri url usage used user username users valid validation value values variable
variant vat vehicle vendor venue verification verified version vessel video view viewed viewer views visible visit
visitor volume vote votes voucher wage ward warehouse warranty web website week weekly weight width word work
workflow writer year yearly years zip zone
`;

export const commonWords: readonly string[] = lines.trim().split(/\s+/);
