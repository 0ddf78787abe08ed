/* Keys, folding on phones, focus on errors, printing. Every page works without this file. */
(function () {
  'use strict';
  var store = {
    get: function (k) { try { return window.localStorage.getItem(k); } catch (e) { return null; } },
    set: function (k, v) { try { window.localStorage.setItem(k, v); } catch (e) { /* private windows keep nothing */ } }
  };
  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }
  function one(selector) { return document.querySelector(selector); }

  /* A phone shows the case file folded; a desk shows it open. A part the address points into stays open. */
  if (window.matchMedia('(max-width: 760px)').matches) {
    all('details[data-fold]').forEach(function (part) {
      var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!(target && part.contains(target)) && !part.querySelector('.fq-errors')) { part.open = false; }
    });
  }

  var errors = one('[data-focus]') || one('[aria-invalid="true"]');
  if (errors) { errors.focus(); }

  var folded = [];
  window.addEventListener('beforeprint', function () {
    folded = all('details').filter(function (d) { return !d.open && !d.classList.contains('fq-pop') && !d.classList.contains('fq-add'); });
    folded.forEach(function (d) { d.open = true; });
  });
  window.addEventListener('afterprint', function () { folded.forEach(function (d) { d.open = false; }); });

  var keys = document.getElementById('keys');
  var keysOn = document.getElementById('keys-on');
  function showKeys() { if (keys) { if (keys.showModal) { keys.showModal(); } else { location.hash = 'keys'; } } }
  function hideKeys() { if (keys && keys.open && keys.close) { keys.close(); } }
  if (keysOn) {
    keysOn.checked = store.get('fengqiao-keys') !== 'off';
    keysOn.addEventListener('change', function () { store.set('fengqiao-keys', keysOn.checked ? 'on' : 'off'); });
  }
  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('a');
    if (!link) { closePops(event.target); return; }
    if (link.hasAttribute('data-keys') && keys && keys.showModal) { event.preventDefault(); showKeys(); }
    if (link.hasAttribute('data-close') && keys && keys.open) { event.preventDefault(); hideKeys(); }
    if (link.hasAttribute('data-print')) { event.preventDefault(); window.print(); }
  });

  /* A floating explanation closes when another place is clicked. */
  function closePops(target) {
    all('details.fq-pop[open]').forEach(function (pop) { if (!pop.contains(target)) { pop.open = false; } });
  }

  /* A citation is copied as documents write it. Where pages come without TLS the browser offers no clipboard; then the words are selected and copied the old way. */
  function copyText(text, done) {
    if (navigator.clipboard && window.isSecureContext) { navigator.clipboard.writeText(text).then(done, function () { copyOld(text, done); }); } else { copyOld(text, done); }
  }
  function copyOld(text, done) {
    var box = document.createElement('textarea'), back = document.activeElement;
    box.value = text; box.className = 'fq-sr'; box.setAttribute('readonly', '');
    document.body.appendChild(box); box.select();
    var copied = false;
    try { copied = document.execCommand('copy'); } catch (e) { /* then nothing is said to be copied */ }
    box.remove();
    if (back && back.focus) { back.focus({ preventScroll: true }); }
    if (copied) { done(); }
  }
  var said = document.createElement('span');
  said.className = 'fq-sr'; said.setAttribute('role', 'status');
  document.body.appendChild(said);
  all('[data-copy]').forEach(function (button) { button.hidden = false; });
  document.addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('[data-copy]');
    if (!button || button.classList.contains('is-done')) { return; }
    copyText(button.getAttribute('data-copy'), function () {
      var words = button.textContent;
      button.textContent = button.getAttribute('data-done');
      button.classList.add('is-done');
      said.textContent = button.getAttribute('data-done') + ' ' + button.getAttribute('data-copy');
      setTimeout(function () { button.textContent = words; button.classList.remove('is-done'); }, 1600);
    });
  });
  /* One button goes to the clause under the pointer or under the finger, and at first to the clause the address names. */
  var model = one('[data-copy-clause]');
  if (model) {
    var clauseButton = model.content.firstElementChild.cloneNode(true);
    var offer = function (place) {
      var clause = place && place.closest && place.closest('[data-cite]');
      if (clause && clauseButton.parentNode !== clause && !clauseButton.classList.contains('is-done')) {
        clauseButton.setAttribute('data-copy', clause.getAttribute('data-cite'));
        clause.appendChild(clauseButton);
      }
    };
    document.addEventListener('pointerover', function (event) { offer(event.target); });
    var named = function () { if (location.hash.length > 1) { offer(document.getElementById(decodeURIComponent(location.hash.slice(1)))); } };
    window.addEventListener('hashchange', named);
    named();
  }

  function rows() { return all('[data-row]'); }
  function move(by) {
    var list = rows();
    if (!list.length) { return; }
    var at = list.findIndex(function (row) { return row.contains(document.activeElement); });
    var row = list[Math.max(0, Math.min(list.length - 1, at + by))];
    var link = row.querySelector('[data-open]');
    if (link) { link.focus(); row.scrollIntoView({ block: 'nearest' }); }
  }
  function follow(selector) { var link = one(selector); if (link) { link.click(); } }
  function toggleWhy() {
    var row = document.activeElement && document.activeElement.closest('[data-row]');
    var list = all('details[data-why]', row || document);
    var open = list.some(function (d) { return d.open; });
    list.forEach(function (d) { d.open = row || !d.classList.contains('fq-pop') ? !open : d.open; });
  }

  var waiting = false;
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      var pop = one('details.fq-pop[open]');
      if (pop) { pop.open = false; pop.querySelector('summary').focus(); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) { return; }
    if (event.target.closest('input, textarea, select, [contenteditable], dialog')) { return; }
    if (store.get('fengqiao-keys') === 'off' && event.key !== '?') { return; }
    if (waiting) {
      waiting = false;
      if (/^[a-z]$/.test(event.key)) { follow('[data-go="' + event.key + '"]'); }
      return;
    }
    switch (event.key) {
      case '/': { var box = one('main [data-search]') || one('[data-search]'); if (box && box.offsetParent) { event.preventDefault(); box.focus(); } break; }
      case 'g': waiting = true; setTimeout(function () { waiting = false; }, 1500); break;
      case 'j': move(1); break;
      case 'k': move(-1); break;
      case '.': { var step = one('[data-step]'); if (step) { step.focus(); step.scrollIntoView({ block: 'center' }); } break; }
      case 't': toggleWhy(); break;
      case '[': follow('[data-before]'); break;
      case ']': follow('[data-after]'); break;
      case 'p': window.print(); break;
      case '?': event.preventDefault(); showKeys(); break;
    }
  });
})();
