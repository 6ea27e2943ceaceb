// Bridges that Apps-Engine 1.53 does not have. The workbench's extend them on every engine; on that one nobody asks for them.
exports.ExperimentalBridge = Object;
exports.OutboundMessageBridge = Object;
