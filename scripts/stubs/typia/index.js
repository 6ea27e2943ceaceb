// Stands in for the compiler plugin of the same name: @rocket.chat/ui-kit imports it and uses nothing of it here.
module.exports = {};
