/** Words that name the same thing in database schemas: general schema English, to be replaced or added to by a caller. */

import type { SynonymGroup } from './synonym-group.ts';

/** One can be put for the other. A group a line; an entry of several words is a phrase. */
const close = `
customer, client
phone, telephone, phone number, telephone number, telephone no
email, e mail, mail address, email address, electronic mail
surname, last name, family name, lastname
given name, first name, forename, firstname
birthday, birth date, date of birth, birthdate, born
user name, username, login name, screen name, nickname, nick
password, passwd, passphrase, pass word
created, created at, created on, creation date, date created, create time, creation time
updated, modified, last modified, last updated, updated at, modified at, modification date, update time, date modified
comment, remark
note, memo
zip, zip code, postcode, postal code, post code
city, town, municipality
country, nation
company, firm, enterprise
organisation, organization
employee, staff, staff member, worker
supplier, vendor
product, article
street, road
street address, address line
picture, image, photo, photograph
gender, sex
mobile, cell, cell phone, mobile phone, cellular, handset
full name, complete name, whole name
middle name, middle initial
created by, creator, entered by
updated by, modified by, last modified by, changed by, edited by
deleted, removed, trashed
deleted at, deletion date, date deleted, removed at
start date, begin date, from date, commencement date
end date, finish date, to date
start time, begin time, time start
end time, finish time, time end
sort order, display order, ordering, ordinal, sort index
parent, super
child, sub
url, link, web address, uri, hyperlink
web site, website, home page, homepage
tag, keyword
attribute, property
setting, preference
version, revision
colour, color
due date, deadline, due by
expiry, expiration, expires at, expiry date, expiration date, expire date, expires
valid from, effective from, effective date
valid to, valid until, effective to, valid through
registration date, date joined, signup date, sign up date, registered at, sign up, joined at
last login, last sign in, last logon, last visit date, last logged in
login, sign in, logon, log in
ip address, remote address, internet address
file name, filename
folder, directory
order line, order item, order detail, line item, order product
item price, unit price, price each
order date, date ordered, purchase date, ordered at
shipping, freight, carriage
shipment, consignment
ship date, date shipped, shipped date, dispatch date, shipped at
shipping address, ship to address, delivery address
billing address, invoice address, bill to address
invoice line, invoice item, invoice detail
discount, rebate, price reduction
tax, vat, gst
subtotal, net total, sub total
grand total, total amount, gross total
stock, inventory
on hand, in stock, stock quantity, quantity on hand, units in stock, stock level, available quantity
salary, wage
hire date, date hired, joining date, date of joining, employment date
job title, position title
supervisor, boss, superior, reports to
permission, privilege
date of death, death date, deceased date
password hash, hashed password, encrypted password
house number, building number, street number
altitude, elevation
invoice number, bill number
coupon, voucher, promo code, coupon code
product code, article number, item number, sku, stock keeping unit
barcode, bar code, ean, upc
manufacturer, maker, producer
reorder level, reorder point, minimum stock
warehouse, depot, storehouse
cart, basket, shopping cart
shop, store
currency, currency code
exchange rate, conversion rate
termination date, leave date, leaving date, separation date
leave, vacation, holiday, time off
applicant, candidate
marital status, civil status
nationality, citizenship
slug, permalink, url key
publish date, published at, publication date, date published, release date
excerpt, summary, abstract, teaser
mime type, content type, media type
view count, hits, views, page views, number of views
favourite, favorite
poll, survey, questionnaire
forum, message board, discussion board
thread, discussion thread
post count, number of posts, message count
reply, response
reply count, number of replies, number of comments, comment count
sticky, pinned
private message, direct message, pm
commit, changeset
commit hash, commit id
pull request, merge request
bug, defect
assignee, assigned to
reporter, reported by, submitter, submitted by
priority, urgency
resolved, solved, fixed
estimate, estimated time, estimated hours
spent time, time spent, hours spent, logged time
sign in count, login count, number of logins
failed attempts, failed logins, login attempts
api key, access key
access token, auth token
user agent, browser
referrer, referer, referring url
host, hostname, host name
time zone, timezone
locale, language code
catalogue, catalog
centre, center
licence, license
cancelled, canceled
enrolment, enrollment
programme, program
visible, is visible, shown
verified, confirmed, validated
approved, accepted
rejected, denied, declined
alarm, alert
sensor, probe
measurement, reading
stack trace, stacktrace, backtrace
ticket, support request
lead, prospect
general ledger account, account code, nominal code
fiscal year, financial year
opening balance, beginning balance, start balance
closing balance, ending balance, end balance
song, track
artist, performer
film, movie, motion picture
borrower, library member
loan date, borrow date, checkout date
student, pupil, learner
teacher, instructor, lecturer
semester, term
physician, doctor
provider, practitioner, care giver, caregiver, clinician
visit, encounter
medication, drug, medicine
ethnicity, ethnic group
immunisation, immunization, vaccination
care site, health facility
aircraft, airplane, plane
departure time, depart time, time of departure
arrival time, arrive time, time of arrival
passenger, traveller, traveler
booking, reservation
check in date, arrival date
check out date, departure date
vehicle, car
match, fixture
home team, local team
away team, visiting team, visitor team
stadium, arena, ballpark
species, taxon
scientific name, latin name, taxon name
common name, vernacular name
observer, recorded by
shipper, carrier
payment method, payment type, payment mode
tax number, tax id, vat number
national id, social security number
`;

/** In the same role, in two different applications: a word may stand in several of these groups. */
const loose = `
name, title, label, display name
description, summary, comment, detail, remark, note
note, remark, comment, memo, annotation, observation
number, no, code, id, key, identifier, reference
kind, type, category, class, sort
status, state, stage, phase, condition
title, subject, headline, heading, caption, topic
content, body, text, description, message, details
author, user, owner, creator, poster, writer
modified, updated, changed, edited, altered, revised
created, added, inserted, registered, joined, entered, recorded
begin, start, from, since, commence
end, finish, to, until, stop, through
amount, total, sum, value
date, time, timestamp, datetime, day, when
sort order, sequence, position, rank, order, weight, priority, index
level, depth, tier, grade, rank
parent, super, upper, ancestor, container
child, sub, lower, descendant, member
category, group, section, family, genre
active, enabled, status, visible, live, current
uuid, guid, global id, unique id
visible, published, public, displayed, online
deleted, removed, trashed, archived, hidden, void
person, customer, member, user, patron, party
user, account, member, login, profile
account, customer, client, company, organisation
partner, business partner, party, counterparty, customer, supplier
contact, contact person, representative, liaison
end, closed, close, completed, termination
created, posted, submitted, published, sent
period, interval, term, span, cycle
total, overall, aggregate, count
price, cost, amount, charge, rate
price, list price, retail price, selling price, msrp
cost, purchase price, buy price, standard cost, unit cost
count, number, quantity, total, tally
quantity, amount, units, pieces
source, origin, from, sender
target, destination, to, recipient, receiver
picture, image, photo, avatar, icon, logo, thumbnail
thread, topic, discussion, conversation
post, message, reply, comment
board, forum, category, section, channel
file, path, location, file name
size, length, bytes, volume
address, location, place, site
address, street, address line, street address
state, province, region, county, territory
region, area, zone, territory, district
location, place, site, venue, position
city, place, locality, suburb, village
branch, office, site, division
department, division, unit, section, team
employee, person, personnel, user, resource
salesperson, sales representative, employee, agent, seller
manager, supervisor, head, lead, boss
job, position, post, role, occupation, title
salary, wage, pay, compensation, remuneration, earnings
company, business, organisation, employer, corporation
product, item, article, good, merchandise, material
order, purchase, sale, transaction
order, sales order, customer order, purchase order
line, item, detail, row, entry
order line, sale line, invoice line, purchase line
payment, transaction, settlement, remittance, transfer
transaction, entry, posting, movement, operation
paid, settled, cleared
discount, promotion, offer, deal, coupon
shipping, delivery, dispatch, fulfilment, transport
shipped, delivered, sent, dispatched
stock movement, inventory transaction, stock transaction, stock transfer
balance, saldo, outstanding, remaining
income, revenue, sales, turnover
expense, expenditure, cost, spending
project, programme, product, workspace, initiative
task, issue, ticket, work item, activity, todo, job
ticket, case, issue, incident, request, inquiry
issue, bug, problem, fault
milestone, version, release, iteration, sprint
assignee, owner, responsible, agent, assigned user
reporter, author, requester, creator, opener
watcher, follower, subscriber, observer, cc
comment, reply, response, answer, feedback
rating, score, rank, stars, grade, points
tag, label, keyword, category, term
group, role, team, user group
role, permission, privilege, right, authority, access level
token, key, secret, hash, code
session, login, visit, token
log, audit, history, trail, journal, event log
event, action, activity, operation, log entry
event, appointment, meeting, session, occurrence
appointment, booking, visit, meeting, slot
schedule, calendar, timetable, roster, plan
value, result, reading, content, data
setting, option, parameter, preference, configuration, property
attribute, field, property, characteristic, feature
notification, alert, alarm, message, reminder
quote, quotation, offer, estimate, proposal, bid
loan, rental, checkout, borrowing, lending
returned, return date, checkin, given back
course, class, subject, module, unit
grade, mark, score, result
teacher, tutor, professor, faculty, staff
enrolment, registration, admission, membership
visit, encounter, admission, hospitalisation, stay, episode
admission, admit, check in, entry
discharge, release, check out, exit
condition, diagnosis, problem, disease, disorder
procedure, treatment, intervention, operation, therapy
prescription, medication order, drug exposure, medication request
observation, measurement, lab result, finding, vital sign
hospital, clinic, care site, facility, organisation
concept, code, term, vocabulary term
trip, journey, travel, ride, voyage, tour
route, line, path, itinerary
departure, origin, start, source
arrival, destination, end
player, athlete, participant, competitor, member
match, game, event, contest
score, points, result, goals
site, plot, station, location, locality
default, primary, main, preferred, principal
maximum, max, upper limit, ceiling
minimum, min, lower limit, floor
previous, prior, last, old
sender, author, from user
recipient, receiver, to user, addressee
invoice, bill, receipt
payer, insurer, insurance, plan
sample, specimen, item
song, recording, track, title
lead, prospect, contact, inquiry
review, rating, feedback, comment
`;

/** Units of measure, written out and short. */
const units = `
cent, cents, minor, minor unit, penny, pence
percent, pct, percentage, rate, ratio, fraction
millisecond, milliseconds, ms, milli, msec, millis
microsecond, microseconds, usec, micros
nanosecond, nanoseconds, ns, nanos
second, seconds, secs, sec
minute, minutes, mins, min
hour, hours, hrs, hr
day, days
week, weeks, wk
month, months, mth
quarter, quarters, qtr
year, years, yrs, yr, annum
kilogram, kilogramme, kilo, kilos, kg
gram, gramme, grams, g
milligram, milligrams, mg
pound, pounds, lb, lbs
ounce, ounces, oz
tonne, ton, metric ton
kilometre, kilometer, km
metre, meter, metres, m
centimetre, centimeter, cm
millimetre, millimeter, mm
mile, miles, mi
foot, feet, ft
inch, inches
litre, liter, litres, l
millilitre, milliliter, ml
gallon, gallons, gal
byte, bytes, octet
kilobyte, kilobytes, kb
megabyte, megabytes, mb
gigabyte, gigabytes, gb
celsius, centigrade, deg c
fahrenheit, deg f
square metre, square meter, sqm
hectare, hectares, ha
kilometre per hour, kilometer per hour, kph, kmh
mile per hour, miles per hour, mph
degree, degrees, deg
piece, pieces, pcs, each
dollar, dollars, usd
euro, euros, eur
unix time, unix timestamp, epoch, epoch seconds
`;

/** What the matcher knows where a caller gives nothing else: `[...synonyms, { words: ['patient', 'client'], strength: 'close' }]`. */
export const synonyms: readonly SynonymGroup[] = [
  ...groupsOf(close, 'close'),
  ...groupsOf(units, 'close'),
  ...groupsOf(loose, 'loose'),
];

function groupsOf(lines: string, strength: SynonymGroup['strength']): SynonymGroup[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => ({ words: line.split(', '), strength }));
}
