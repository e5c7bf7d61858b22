/** Standard abbreviations of names in databases; those that a word's own letters give are found without it. */

/** A word or phrase a line, then what is written short for it. A short form can stand for several words. */
const lines = `
quantity: qty, qnty, qt, qnt
amount: amt, amnt
address: addr, adr, adrs, addrs
description: desc, descr, dscr, descrip, dsc
number: no, nr, num, nbr, nmbr, numb
date: dt, dte
datetime: dttm, dtm, dtime
timestamp: ts, tstamp, tmstmp, tmst
time: tm, tme
code: cd, cde
name: nm, nme
type: typ, tp, ty
flag: flg, fl
identifier: id, ident, idn
indicator: ind, indic, indctr
percent: pct, perc, prcnt
percentage: pct, perc, pctg
status: sts, stat, stts
state: st, stt
sequence: seq, sqnc, sq
organisation: org, orgn
organization: org, orgn
department: dept, dep, dpt, dprt
manager: mgr, mngr
management: mgmt, mgt, mngmt
message: msg, mesg
telephone: tel, tele, tlf
phone: ph, phn
mobile: mob, mobl
extension: ext, extn
email: eml
customer: cust, cst, cus, custmr, cstmr
client: clnt, cli
employee: emp, empl, ee
supplier: supp, suppl, supl, splr
vendor: vend, vndr, vnd
product: prod, prd, prdct, pr
item: itm
order: ord, ordr, odr
invoice: inv, invc, invce
inventory: inv, invt, invty, invtry
payment: pmt, pymt, paymt
account: acct, acc, act, accnt, ac
accounting: acctg, actg
balance: bal, blnc
transaction: trans, txn, trx, tran, trn, tx, trxn, xact
transfer: xfer, trf, trnsfr, tfr
currency: curr, ccy, cur, crncy
discount: disc, dsct, dscnt, disct
price: prc, prce, prx
total: tot, ttl, totl
subtotal: subtot, sbttl
average: avg, av, ave
maximum: max, mx, maxim
minimum: min, mn, minim
variance: var
count: cnt, ct, cnts
value: val, vlu, vl
variable: var, vrbl
parameter: param, parm, prm, par
attribute: attr, attrib, atr, att
property: prop, prpty, prp
configuration: config, conf, cfg, cnfg
setting: sett
option: opt, optn
category: cat, catg, ctgry, categ, ctg
classification: class, clsf, classif, clas
group: grp, gp, gr
level: lvl, lev, lv
position: pos, posn, pstn
location: loc, locn, lctn
latitude: lat, latd
longitude: long, lon, lng, lgt
altitude: alt
elevation: elev, elv
region: reg, rgn
country: ctry, cntry
county: cnty, cty
province: prov, prv
city: cty
street: str, st, strt
avenue: ave, av
road: rd
boulevard: blvd
apartment: apt
building: bldg, bld, bldng
floor: flr
room: rm
house: hse
postal: post, pstl
postal code: pcode, pc, postcd
district: dist, dstr, dstrct
distance: dist, dst
headquarters: hq
company: co, comp, cmp, cmpny, cpny
corporation: corp
business: bus, biz, bsns
partner: ptnr, prtnr
representative: rep, repr
person: pers, prsn, psn, per
first: frst, fst
last: lst
middle: mid, mdl
first name: fname, fnm, fn, firstnm
last name: lname, lnm, ln, lastnm
middle name: mname, mn
middle initial: mi, minit
full name: fullnm
surname: snm, surnm, sname
username: uname, usernm, unm, uid
user: usr
user identifier: uid, userid
group identifier: gid
password: pwd, passwd, pass, psw, pw, passwrd, pswd
authentication: auth, authn, authent
administrator: admin, adm, admn
permission: perm, prms
privilege: priv, prvlg
birth: brth, bir
birthday: bday, bdate
birthdate: bdate, bdt, birthdt
gender: gndr, gend
marital status: marstat, maritalst
nationality: natl, nat
national: natl, nat
language: lang, lng, lan
locale: loc, lcl
text: txt, tx
character: char, chr
integer: int
boolean: bool
length: len, lgth, lngth
width: wid, wdth, w
height: hgt, ht, hght, h
depth: dpth
weight: wt, wgt, wght
volume: vol
size: sz
area: ar
temperature: temp, tmp, tmpr
temporary: temp, tmp
pressure: press, prs
frequency: freq, frq
duration: dur, durn
interval: intvl, intrvl
period: prd, per, perd
year: yr
month: mth, mon, mnth, mo
week: wk
day: dy
hour: hr, hrs
minute: min, mnt
second: sec, scnd
millisecond: ms, msec
quarter: qtr, qrtr
annual: ann, anl
fiscal: fisc, fsc
start: strt, st, beg
begin: beg
expiration: exp, expir, xpir
expiry: exp
expense: exp, expn
effective: eff, efct, effv
created: crt, crtd, cre, creat, crdt
create: crt, cre
creation: crt, crea, creat
updated: upd, updt, updtd
update: upd, updt
modified: mod, modif, mdfd
changed: chg, chgd
change: chg, chng
deleted: del, dltd, deld
delete: del, dlt
insert: ins
active: act, actv
visible: vis
previous: prev, prv
next: nxt
current: curr, cur, crnt
original: orig, org
origin: orig, orgn
destination: dest, dst, destn
source: src, sr
target: tgt, trg, trgt
reference: ref, rf, refr
relationship: rel, reln, rlshp, relship
parent: par, prnt
child: chd, chld
object: obj
document: doc, dcmt, docu
attachment: attach, atch, att, attchmt
file: fil
filename: fname, fn, filenm
directory: dir
folder: fld, fldr
image: img
picture: pic, pict
photograph: photo, phot
thumbnail: thumb, thmb
format: fmt, frmt
version: ver, vers, vrsn
revision: rev, rvsn
release: rel, rls
history: hist, hst
archive: arch, arc
audit: aud, adt
error: err
exception: exc, excp
information: info, inf
notification: notif, ntf, notfn
comment: cmt, comm, cmnt, com
remark: rem, rmk, rmrk
note: nt, nte
question: qst, quest, qn
answer: ans, answ
response: resp, rsp
request: req, rqst, rq
requirement: req, reqt, rqmt
required: req, reqd, rqd
record: rec, rcd, rcrd
register: reg, rgstr
registration: reg, regn, regis
received: rcvd, recd, rcd
receipt: rcpt, rct, recpt
recipient: rcpt, recip
delivery: dlv, dlvry, deliv, dlvy, del
shipment: shpmt, shipmt, shp
shipping: shp, shpg
warehouse: wh, whse, whs, wrhs
store: str, stor
stock: stk
package: pkg, pck, pkge
container: cont, cntr, cntnr
vehicle: veh, vhcl
equipment: equip, eqp, eqpt
device: dev, dvc
material: mat, matl, mtrl, mtl
manufacturer: mfr, manuf, mfgr, manu
production: prod, prodn
purchase: purch, pur, prch
sales: sls, sal
salary: sal, slry
commission: comm, cmsn, com
schedule: sched, sch, schd
project: proj, prj, prjt
task: tsk
activity: act, actvty, activ
action: act, actn
operation: op, oper, opr
operator: op, oper, opr
process: proc, prcs
procedure: proc, prcdr
program: prog, prg, pgm
application: app, appl, applic
system: sys, syst
service: svc, serv, srv, srvc
server: srv, svr
database: db
table: tbl, tab
index: idx, ind, ix, indx
unit: un, unt, ut
rate: rt
function: func, fn, fnc
general: gen, gnrl
ledger: ldgr, ledg
journal: jrnl, jnl, jou, jour
budget: bud, bdgt, bgt
credit: cr, cred, crdt
debit: dr, deb, dbt
deposit: dep, dpst
interest: int, intr
revenue: rev, rvn
income: inc, incm
insurance: insur
contract: contr, cntrct, ctrct, cont
agreement: agmt, agr, agrmt
policy: pol, plcy
approval: appr, apprvl, aprv
approved: appr, apprvd, aprvd
confirmation: conf, cnf
certificate: cert, crt
license: lic, lcns
licence: lic
signature: sig
session: sess
token: tok, tkn
priority: prio, pri, prty
result: res, rslt, rst
resource: res, rsrc, resrc
reason: rsn, reas
school: sch, schl
university: univ, uni
student: stud, stdnt, std, stu
teacher: tchr
instructor: instr, inst
course: crs, crse
section: sec, sect, sctn
grade: grd, gr
assignment: asgn, assgn, asg
patient: pat, pt, ptnt
diagnosis: diag, dx, dgns
prescription: rx, presc, prescr
medical: med, mdcl
medication: med, meds, medic
hospital: hosp, hsp
physician: phys, physn
doctor: dr, doc
provider: prov, prvdr, prv
admission: adm, admis, admsn
discharge: disch, dschg, dc
observation: obs, obsv
measurement: meas, msrmt, msmt, measmt
sample: smp, smpl, samp
specimen: spec, spcm
species: sp, spp, spec
population: pop, popn
statistics: stats, stat
report: rpt, rep, rprt
summary: summ, smry
detail: det, dtl, dtls
header: hdr, head, hd
line: ln, lin
page: pg
title: ttl, titl, tit
subject: subj, sbj
content: cont, cntnt, ctnt
author: auth, athr
publisher: publ, pub, pblshr
published: pub, publ
member: mem, mbr, memb
subscription: sub, subs, subscr
campaign: camp, cmpgn
market: mkt, mrkt
opportunity: opp, oppty, opty
contact: cont, cntct, ctc, cntc
event: evt, ev, evnt
reservation: resv, rsv, rsvn
booking: bkg
flight: flt
airport: aprt, arpt, apt
departure: dep, dept, dpt
arrival: arr, arrvl
passenger: pax, psgr
station: stn, sta, stat
route: rte, rt
transport: transp, trnsp
transportation: transp, trans
player: plyr, plr, ply
points: pts
point: pt, pnt
score: scr
primary: prim, pri, prm
secondary: sec, scnd, secd
alternate: alt, altn
alternative: alt
additional: addl, addtl
miscellaneous: misc
external: ext, extl
internal: int, intl, intrnl
foreign: forgn
local: loc, lcl
standard: std, stnd
default: def, dflt, deflt
definition: def, defn
estimated: est, estd
estimate: est
actual: act, actl
available: avail, avl, avlb
availability: avail
calculation: calc
adjustment: adj, adjmt
control: ctrl, ctl, cntl
security: sec, secur
quality: qual, qlty
incident: inc, incid
maintenance: maint, mnt, mtn
return: ret, rtn, rtrn
returned: ret, rtnd
serial: ser, srl
batch: bat, btch
component: comp, cmpt, cmpnt
completed: compl, cmpltd
condition: cond, cndn, cnd
capacity: cap, cpcty
colour: col, clr
color: clr, col
dimension: dim
division: div, dvsn
entity: ent
entry: ent, entr
exchange: exch, xch
geographic: geo
job: jb
label: lbl
model: mdl, mod
positive: pos
prefix: pfx, pref, prefx
suffix: sfx, suff, suf
preferred: pref
profile: prof, prfl
promotion: promo, prom
public: pub
range: rng
sensor: sens, snsr
subsidiary: sub, subsid
supervisor: supv, supvr, spvsr
symbol: sym
template: tmpl, tpl, templ
territory: terr, terrt
tracking: trk, trkg
track: trk
training: trng, trn
verified: verif, vrfd
date of birth: dob
date of death: dod
date of joining: doj
purchase order: po
sales order: so
work order: wo
request for quotation: rfq
year to date: ytd
month to date: mtd
quarter to date: qtd
unit of measure: uom, um, uofm
unit price: uprice, uprc
social security number: ssn
point of sale: pos
point of interest: poi
primary key: pk
foreign key: fk
general ledger: gl
value added tax: vat
accounts receivable: ar
accounts payable: ap
cost of goods sold: cogs
bill of materials: bom
stock keeping unit: sku
universal product code: upc
european article number: ean
international standard book number: isbn
digital object identifier: doi
manufacturer suggested retail price: msrp
cash on delivery: cod
estimated time of arrival: eta
estimated time of departure: etd
international bank account number: iban
bank identifier code: bic
foreign exchange: fx, forex
key performance indicator: kpi
full time equivalent: fte
human resources: hr
paid time off: pto
uniform resource locator: url
uniform resource identifier: uri
universally unique identifier: uuid
globally unique identifier: guid
internet protocol address: ip, ipaddr
user agent: ua
time to live: ttl
one time password: otp
pull request: pr
private message: pm
vehicle identification number: vin
grade point average: gpa
body mass index: bmi
blood pressure: bp
heart rate: hr
medical record number: mrn
national provider identifier: npi
intensive care unit: icu
international classification of diseases: icd
global positioning system: gps
global trade item number: gtin
employer identification number: ein
tax identification number: tin
post office box: pobox
line number: lineno, lnno
account number: acctno, accno
customer number: custno
employee number: empno
department number: deptno
order number: ordno
invoice number: invno
serial number: sn, serno
end: en
team: tm
operating system: os
virtual machine: vm
profit and loss: pnl
frequently asked questions: faq
merge request: mr
goods and services tax: gst
organizational unit: ou
foreign currency: fc
fiscal year: fy
financial year: fy
user interface: ui
application programming interface: api
`;

/** Each word or phrase with its short forms. */
export const abbreviations: readonly (readonly [long: string, short: readonly string[]])[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [long, short] = line.split(': ');
    return [long!, short!.split(', ')];
  });
